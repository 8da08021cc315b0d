using System.Threading.Channels;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Binds that fall silent, never answer, or flood.</summary>
public partial class AccountWithOddSmscTests
{
    [Fact]
    public async Task A_bind_lost_with_messages_under_way_leaves_them_unanswered()
    {
        await using var smsc = new RawSmsc(
            async session =>
            {
                await session.BindAsync();
                for (var i = 0; i < 5; i++)
                    await session.ReadAsync(CommandId.submit_sm);
            },
            async session =>
            {
                await session.BindAsync();
                await session.ServeAsync();
            });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => esme.SubmitAsync()));
        outcomes.ShouldAllBe(outcome => outcome is SubmitOutcome.Unanswered);
        esme.Account.Status().Unanswered.ShouldBe(5);
    }

    [Fact]
    public async Task A_mute_smsc_is_probed_and_left()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.ReadAsync(CommandId.enquire_link);
            await session.SwallowAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.EnquireLinkInterval = options.ResponseTimeout = TimeSpan.FromMilliseconds(100));
        await esme.Handler.UntilAsync(() => esme.Account.Status().Drops > 0);
        esme.Account.Status().LastEnds.ShouldBe(["enquire_link was not answered"]);
    }

    [Fact]
    public async Task An_smsc_that_answers_probes_is_kept()
    {
        var probes = 0;
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.ServeAsync(seen: command => probes += command == CommandId.enquire_link ? 1 : 0);
        });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.EnquireLinkInterval = TimeSpan.FromMilliseconds(100));
        await esme.Handler.UntilAsync(() => Volatile.Read(ref probes) >= 3);
        esme.Account.Status().Drops.ShouldBe(0);
    }

    [Fact]
    public async Task A_bind_that_is_not_answered_is_given_up()
    {
        await using var smsc = new RawSmsc(session => session.SwallowAsync());
        await using var esme = Esme.Down(smsc.Port, options => options.ResponseTimeout = TimeSpan.FromMilliseconds(100));
        await esme.Handler.UntilAsync(() => smsc.Connections >= 2);
        esme.Account.Status().LastEnds.ShouldBe(["bind was not answered"]);
    }

    [Fact]
    public async Task A_flood_from_a_peer_that_does_not_read_ends_the_bind()
    {
        await using var smsc = new RawSmsc(
            async session =>
            {
                await session.BindAsync();
                var flood = Enumerable.Repeat(RawSession.Frame(CommandId.enquire_link, 0, 1), 4_000).SelectMany(f => f).ToArray();
                while (true)
                    await session.WriteAsync(flood);
            },
            session => session.SwallowAsync());
        await using var esme = await Esme.UpAsync(smsc.Port);
        await esme.Handler.UntilAsync(() => esme.Account.Status().Drops == 1);
        esme.Account.Status().LastEnds[0].ShouldBeOneOf("the peer does not read", "write failed: the peer does not read");
    }
}
