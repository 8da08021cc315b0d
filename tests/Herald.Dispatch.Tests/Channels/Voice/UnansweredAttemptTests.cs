using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Engagements.DisplayNumbers;
using Herald.Core.Outcomes;
using Herald.Sip.Tests.Lab;
using NodaTime;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>SIPp as the network: every refusal of the table, ringing out, tones before the answer, trunks that are away.</summary>
public sealed class UnansweredAttemptTests
{
    private static readonly TestAgents Agents = TestAgents.Saying("never");

    [Fact]
    public async Task Every_code_of_the_table_and_others_become_the_result_of_the_table()
    {
        using var refusals = new Refusals();
        await using var network = await Pstn.StartScenarioAsync(refusals.Scenario);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var calls = new Dictionary<int, AttemptOutcome>();
        foreach (var code in Refusals.Codes)
            calls[code] = await rig.CallAsync(engagement, $"+15551230{code}");

        foreach (var (code, outcome) in calls)
        {
            var expected = SipOutcomes.From(code, q850: 31);
            (outcome.Result, outcome.ReasonCode, outcome.Reason, outcome.Declined).ShouldBe((expected.Result, expected.ReasonCode, expected.Reason, expected.Declined), $"{code}");
            var told = JsonDocument.Parse(outcome.Diagnostics!).RootElement;
            (told.GetProperty("sip").GetInt32(), told.GetProperty("q850").GetInt32(), told.GetProperty("q850Text").GetString(), told.GetProperty("phrase").GetString())
                .ShouldBe((code, 31, "Normal unspecified", "Not this one"));
            told.TryGetProperty("ringing", out _).ShouldBeTrue();
            (outcome.ConnectedAt, outcome.SentAt is not null, outcome.CallId!.Length > 0).ShouldBe((null, true, true));
        }

        Agents.Calls.ShouldBeEmpty();
        rig.Store.Watch.Connected.ShouldBeEmpty();
        (await rig.ReadAsync("select count(*) from delivery where state = 4 and sip_diagnostics like '{\"sip\":%' and call_id is not null")).ShouldBe(Refusals.Codes.Count);
    }

    [Fact]
    public async Task Ringing_out_is_no_answer_and_was_cancelled_by_us()
    {
        await using var network = await Pstn.StartAsync();
        var engagement = VoiceRig.Engagement() with { RingTime = Duration.FromSeconds(15) };
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var outcome = await rig.CallAsync(engagement, "+155512300180");
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.NoAnswer, "ring_limit"));
        outcome.Diagnostics!.ShouldContain("\"endedBy\":\"ring limit\"");
        (outcome.EndedAt - outcome.SentAt!.Value).TotalSeconds.ShouldBeInRange(15, 25);
    }

    [Fact]
    public async Task A_busy_tone_before_the_answer_is_busy()
    {
        await using var network = await Pstn.StartScenarioAsync("early_busy.xml");
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.Busy, "busy_tone_early"));
        var told = JsonDocument.Parse(outcome.Diagnostics!).RootElement;
        (told.GetProperty("early").GetString(), told.GetProperty("sip").GetInt32(), told.GetProperty("q850").GetInt32()).ShouldBe(("busy tone", 487, 17));
        told.TryGetProperty("endedBy", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stop_while_it_rings_cancels_and_records()
    {
        await using var network = await Pstn.StartAsync();
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var task = await rig.AcceptAsync(engagement, "+155512300180");
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Started.Any(start => start.TaskId == task.Id));
        await Eventually.HoldsAsync(() => network.Messages.Contains("SIP/2.0 180", StringComparison.Ordinal));
        await rig.Engine.StopAsync(default);
        var outcome = rig.Store.Watch.Finished.Single().Outcome;
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.CallFailed, "stopped"));
    }

    [Fact]
    public async Task A_refused_connection_gives_the_attempt_back_and_it_is_made_when_the_trunk_is_there()
    {
        var port = LoopbackPorts.Free();
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(port, Agents, options => options.Trunks[0].Transport = Sip.SipTransport.Tcp, engagement);
        var task = await rig.AcceptAsync(engagement, "+15551230486");
        await rig.Store.Watch.UntilAsync(() => !rig.Store.Watch.Unsent.IsEmpty);
        rig.Store.Watch.Unsent.First().ReasonCode.ShouldBe(ReasonCode.NotSent);
        rig.Store.Watch.Finished.ShouldBeEmpty();
        // Every try gave its reservation back: one start counts at the end.
        using var folder = new TempFolder();
        using var refusals = new Refusals();
        await using var network = new PeerProcess("sipp", folder.Path, "-sf", refusals.Scenario, "-t", "t1", "-i", "127.0.0.1", "-p", $"{port}", "-nostdin");
        (await rig.EndAsync(task)).Outcome.Result.ShouldBe(DeliveryResult.Busy);
        (await rig.ReadAsync("select count(*) from attempt_log where kind = 0 and counts")).ShouldBe(1);
    }

    [Fact]
    public async Task A_trunk_that_asks_to_be_left_alone_is_for_as_long_as_it_asks()
    {
        await using var network = await Pstn.StartAsync();
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var refused = await rig.CallAsync(engagement, "+155512300503");
        refused.Result.ShouldBe(DeliveryResult.CallFailed);
        rig.Channel.FreeSlots.ShouldBe(0);
        rig.Channel.Status.Detail!.ShouldContain("Pausing");
        var next = await rig.CallAsync(engagement, "+155512300404");
        next.Result.ShouldBe(DeliveryResult.InvalidAddress);
        // Retry-After: 3, told in whole seconds.
        (next.SentAt!.Value - refused.EndedAt).TotalSeconds.ShouldBeGreaterThan(2.9);
    }

    [Fact]
    public async Task A_trunk_that_does_not_answer_probes_offers_no_slot()
    {
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(LoopbackPorts.Free(), Agents, options => (options.Trunks[0].Transport, options.Trunks[0].KeepAlive) = (Sip.SipTransport.Tcp, TimeSpan.FromMilliseconds(200)), engagement);
        await Eventually.HoldsAsync(() => !rig.Channel.Status.Up);
        rig.Channel.FreeSlots.ShouldBe(0);
        rig.Channel.Status.Detail!.ShouldContain("0 of 1 trunks up");
        rig.Channel.Status.Detail!.ShouldContain("Trunk phone is down");
    }

    [Fact]
    public async Task The_display_number_goes_into_From_and_the_asserted_identity_and_the_delivery_into_a_header()
    {
        using var refusals = new Refusals();
        await using var network = await Pstn.StartScenarioAsync(refusals.Scenario);
        var engagement = VoiceRig.Engagement() with
        {
            Planner = new PlannerSettings { DisplayNumbers = new(DisplayNumberPolicy.Rules, ["+15550002222"], [new(DisplayNumberField.State, DisplayNumberCondition.Equals, "WA", "+15550002222")]) },
        };
        await using (var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement))
        {
            var shown = await rig.AcceptAsync(engagement, "+15551230486", contact => contact with { State = "wa" });
            var standard = await rig.AcceptAsync(engagement, "+15551231486", contact => contact with { State = "OR" });
            var (first, second) = ((await rig.EndAsync(shown)).DeliveryId, (await rig.EndAsync(standard)).DeliveryId);
            (await rig.ReadAsync("select count(*) from delivery where from_address = '+15550002222' and to_address = '+15551230486'")).ShouldBe(1);
            (await rig.ReadAsync("select count(*) from delivery where from_address = '+15550001000' and to_address = '+15551231486'")).ShouldBe(1);
            var invites = network.Messages.Split("INVITE sip:");
            var one = invites.First(text => text.StartsWith("+15551230486@", StringComparison.Ordinal));
            one.ShouldContain("From: <sip:+15550002222@");
            one.ShouldContain("P-Asserted-Identity: <sip:+15550002222@");
            one.ShouldContain($"X-Herald-Delivery: {first}");
            invites.First(text => text.StartsWith("+15551231486@", StringComparison.Ordinal)).ShouldContain("From: <sip:+15550001000@");
            first.ShouldNotBe(second);
        }
    }

    [Fact]
    public async Task A_carrier_may_want_numbers_without_their_plus_and_behind_a_prefix()
    {
        using var refusals = new Refusals();
        await using var network = await Pstn.StartScenarioAsync(refusals.Scenario);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, options => (options.Plus, options.Prefix) = (false, "9"), engagement);
        await rig.CallAsync(engagement, "+15551230486");
        network.Messages.ShouldContain("INVITE sip:915551230486@");
        network.Messages.ShouldContain("From: <sip:15550001000@");
    }

    [Fact]
    public async Task Without_any_number_to_call_from_nothing_is_dialled()
    {
        using var refusals = new Refusals();
        await using var network = await Pstn.StartScenarioAsync(refusals.Scenario);
        var engagement = VoiceRig.Engagement() with { Workstream = VoiceRig.Engagement().Workstream! with { PhoneNumber = null } };
        await using var rig = await VoiceRig.StartAsync(network.Port, Agents, null, engagement);
        var outcome = await rig.CallAsync(engagement, "+15551230486");
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.NonRetriableError, ReasonCode.Configuration));
        network.Messages.ShouldBeEmpty();
    }
}
