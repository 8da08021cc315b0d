using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>Binds that are lost, refused, shared and given back.</summary>
public partial class AccountWithNodeSmscTests
{
    [Fact]
    public async Task Lost_binds_come_back_and_go_on()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Transceivers = 2);
        await smsc.PostAsync("/kick");
        await esme.Handler.UntilAsync(() => esme.Account.Status().Drops == 2);
        await esme.Handler.UntilAsync(() => esme.Account.Status().BindsUp == 2);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
    }

    [Fact]
    public async Task An_unbind_by_the_smsc_is_answered_and_the_bind_made_anew()
    {
        await using var esme = await Esme.UpAsync(smsc.Port);
        await smsc.PostAsync("/unbind");
        await esme.Handler.UntilAsync(() => esme.Account.Status() is { Drops: 1, BindsUp: 1 });
        esme.Account.Status().LastEnds.ShouldBe(["unbound by the SMSC"]);
    }

    [Fact]
    public async Task Transmitter_and_receiver_share_the_work()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => (options.Transceivers, options.Transmitters, options.Receivers) = (0, 1, 1));
        esme.Account.FreeSlots().ShouldBe(10);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
        (await esme.Handler.ReceiptAsync()).Verdict.ShouldBe(ReceiptVerdict.Delivered);
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_in_a_hurry()
    {
        await using var esme = Esme.Down(smsc.Port, options => { options.Password = "wrong"; options.ReconnectMaximum = TimeSpan.FromMinutes(10); });
        await esme.Handler.UntilAsync(() => esme.Account.Status().LastEnds[0].Length > 0);
        esme.Account.Status().LastEnds.ShouldBe(["bind refused: ESME_RINVPASWD"]);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.NoBind));
    }

    [Fact]
    public async Task A_stop_waits_for_answers_and_unbinds()
    {
        await smsc.BehaveAsync(new { respDelayMs = 150, dlrDelayMs = 5_000 });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var submits = Enumerable.Range(0, 10).Select(_ => esme.SubmitAsync()).ToList();
        var stop = esme.Account.StopAsync();
        esme.Account.FreeSlots().ShouldBe(0);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.Stopped));
        await stop;
        (await Task.WhenAll(submits)).ShouldAllBe(outcome => outcome is SubmitOutcome.Accepted);
        esme.Account.Status().LastEnds.ShouldBe(["unbound"]);
        await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 0);
    }
}
