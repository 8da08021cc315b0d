using System.Threading.Channels;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Messages in several parts.</summary>
public partial class AccountWithOddSmscTests
{
    [Fact]
    public async Task When_a_bind_is_lost_between_parts_the_rest_goes_on_the_next_one()
    {
        await using var smsc = new RawSmsc(
            async session =>
            {
                await session.BindAsync();
                await session.WriteAsync(CommandId.submit_sm_resp, 0, await session.ReadAsync(CommandId.submit_sm), "one\0");
            },
            async session =>
            {
                await session.BindAsync();
                await session.ServeAsync();
            });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Window = 1);
        var outcome = await esme.SubmitAsync(new string('a', 400));
        // Parts that had left when the connection ended are unanswered; those that had not go on. Which is which is the network's doing.
        var parts = outcome switch
        {
            SubmitOutcome.Accepted accepted => accepted.Parts,
            SubmitOutcome.Unanswered unanswered => unanswered.AcceptedParts,
            _ => [],
        };
        parts[0].MessageId.ShouldBe("one");
        parts[^1].Number.ShouldBe(3);
    }

    [Fact]
    public async Task One_part_refused_refuses_the_message_and_names_what_was_accepted()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.WriteAsync(CommandId.submit_sm_resp, 0, await session.ReadAsync(CommandId.submit_sm), "one\0");
            await session.WriteAsync(CommandId.submit_sm_resp, 0x45, await session.ReadAsync(CommandId.submit_sm));
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var refused = (await esme.SubmitAsync(new string('a', 400))).ShouldBeOfType<SubmitOutcome.Refused>();
        refused.StatusName.ShouldBe("ESME_RSUBMITFAIL");
        refused.AcceptedParts.Select(part => part.Number).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Parts_refused_for_throttling_until_the_timeout_leave_the_message_unanswered()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.WriteAsync(CommandId.submit_sm_resp, 0, await session.ReadAsync(CommandId.submit_sm), "one\0");
            await session.ServeAsync(submitStatus: 0x58);
        });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.PartsTimeout = TimeSpan.FromSeconds(1));
        (await esme.SubmitAsync(new string('a', 400))).ShouldBeOfType<SubmitOutcome.Unanswered>().AcceptedParts.Select(part => part.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task The_rate_spaces_messages_and_the_parts_of_one()
    {
        var time = new FakeTimeProvider();
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.SegmentsPerSecond = 1, time);
        var submit = esme.SubmitAsync(new string('a', 400)); // 3 segments
        await esme.Handler.UntilAsync(() => esme.Account.Status().Accepted == 1);
        esme.Account.FreeSlots().ShouldBe(0);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.RateLimited));
        await ReachedAsync(TimeSpan.FromSeconds(1), () => esme.Account.Status().Accepted == 2);
        await ReachedAsync(TimeSpan.FromSeconds(2), () => esme.Account.Status().Accepted == 3);
        (await submit).ShouldBeOfType<SubmitOutcome.Accepted>().Parts.Count.ShouldBe(3);
        await ReachedAsync(TimeSpan.FromSeconds(3), () => esme.Account.FreeSlots() == 1);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();

        async Task ReachedAsync(TimeSpan notBefore, Func<bool> holds)
        {
            // In steps, because a wait may be armed after the clock has moved.
            await esme.Handler.UntilAsync(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(40));
                return holds();
            });
            (time.GetUtcNow() - time.Start).ShouldBeGreaterThanOrEqualTo(notBefore);
        }
    }
}
