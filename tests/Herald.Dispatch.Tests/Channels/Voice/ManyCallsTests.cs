using Herald.Core.Deliveries;
using Herald.Dispatch.Agents;
using Herald.Sip.Tests.Lab;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>Calls that stand at once, through the whole engine: no slot, port or row is lost.</summary>
public sealed class ManyCallsTests
{
    private const int Calls = 150;
    private const int AtOnce = 60;

    [Fact]
    public async Task Calls_stay_within_the_cap_and_every_one_is_recorded()
    {
        await using var network = await Pstn.StartEchoAsync();
        var standing = 0;
        var most = 0;
        var agents = new TestAgents(async (line, _, ct) =>
        {
            lock (network)
                most = Math.Max(most, ++standing);
            await line.SpeakAsync("Good bye.", keysStop: false, ct);
            lock (network)
                standing--;
            return AgentEnd.HangUp;
        });
        var engagement = VoiceRig.Engagement() with { MaxConcurrentCalls = AtOnce };
        // SIPp sends our own sound back: without listening it is the agent alone that is heard.
        await using var rig = await VoiceRig.StartAsync(network.Port, agents, options => options.Progress.Enabled = false, engagement);
        for (var i = 0; i < Calls; i++)
            await rig.AcceptAsync(engagement, $"+1555200{i:0000}");
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == Calls);
        rig.Store.Watch.Finished.ShouldAllBe(end => end.Outcome.Result == DeliveryResult.Undetermined && end.Outcome.ConnectedAt != null);
        rig.Store.Watch.Finished.Select(end => end.DeliveryId).Distinct().Count().ShouldBe(Calls);
        most.ShouldBeInRange(2, AtOnce);
        await Eventually.HoldsAsync(() => rig.Channel.FreeSlots == 500);
        (await rig.ReadAsync("select count(*) from delivery where state = 4 and conversation_id is not null")).ShouldBe(Calls);
    }
}
