using Herald.Core.Deliveries;
using Herald.Dispatch.Agents;
using Herald.Sip.Tests.Lab;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>People who call back a number they saw (baresip dials us).</summary>
public sealed class InboundCallTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Who_calls_back_hears_the_agent_of_the_profile_and_may_opt_out()
    {
        await using var phone = await Phone.StartAsync([]);
        var agents = TestAgents.Asking("Press nine to be left alone.", out var asked, AgentEnd.OptOut);
        var engagement = VoiceRig.Engagement(inboundAgent: "callback", record: true);
        await using var rig = await VoiceRig.StartAsync(LoopbackPorts.Free(), agents, null, engagement);
        await phone.CommandAsync("dial", $"sip:+15550001000@{rig.Address}");
        await asked.WaitAsync(Patience);
        rig.Channel.Status.Busy.ShouldBe(1);
        await phone.CommandAsync("sndcode", "9");
        await phone.EventAsync("CALL_CLOSED");
        var (call, name) = agents.Calls.ShouldHaveSingleItem();
        (name, call.Number, call.Inbound, call.EngagementId, call.Language).ShouldBe(("callback", Phone.Number, true, null, "en-US"));
        (await rig.Store.Facts.OptedOutAsync(Channel.Voice, [Phone.Number], default)).ShouldContain(Phone.Number);
        Phone.Likeness(phone.Heard(), await Phone.SayAsync("Press nine to be left alone.")).ShouldBeGreaterThan(0.8);
        await Eventually.HoldsAsync(() => rig.Channel.Status.Busy == 0);
        Directory.GetFiles(Path.Combine(rig.Folder, "recordings"), $"{call.Id}.wav", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("+15550001000", null)]
    [InlineData("+15550003000", "callback")]
    public async Task Without_an_agent_or_to_another_number_the_caller_hears_480(string number, string? agent)
    {
        await using var phone = await Phone.StartAsync([]);
        var agents = TestAgents.Saying("never");
        await using var rig = await VoiceRig.StartAsync(LoopbackPorts.Free(), agents, null, VoiceRig.Engagement(inboundAgent: agent));
        await phone.CommandAsync("dial", $"sip:{number}@{rig.Address}");
        (await phone.EventAsync("CALL_CLOSED")).ShouldContain("480");
        agents.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Calls_from_other_networks_than_those_named_are_refused()
    {
        await using var phone = await Phone.StartAsync([]);
        var agents = TestAgents.Saying("never");
        await using var rig = await VoiceRig.StartAsync(LoopbackPorts.Free(), agents, options => options.InboundFrom.Add("192.0.2.0/24"), VoiceRig.Engagement(inboundAgent: "callback"));
        await phone.CommandAsync("dial", $"sip:+15550001000@{rig.Address}");
        (await phone.EventAsync("CALL_CLOSED")).ShouldContain("403");
        agents.Calls.ShouldBeEmpty();
    }
}
