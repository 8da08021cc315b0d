using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Engagements.DisplayNumbers;
using Herald.Dispatch.Inbound;
using Herald.Dispatch.Tests.Engine;

namespace Herald.Dispatch.Tests.Inbound;

public sealed class InboundRoutesTests
{
    private static readonly OutboundProfile Profile = new(Guid.NewGuid(), Channel.Voice, "Acme", null, true, "callback");
    private static readonly Workstream Workstream = new(Guid.NewGuid(), "+1 555 000 1000", "de-DE", "talker", true, Profile.Id);

    [Fact]
    public void Numbers_of_workstreams_and_of_planners_are_ours_however_they_are_written()
    {
        var routes = Routes(Profile, Workstream);
        foreach (var number in new[] { "+15550001000", "15550001000", "+15550002222" })
            routes.Find("acme", number).ShouldBe(new("callback", "de-DE", true), number);
        routes.Find("acme", "+15550001001").ShouldBeNull();
        routes.Find("other", "+15550001000").ShouldBeNull();
        routes.Find("acme", "").ShouldBeNull();
    }

    [Fact]
    public void Without_an_agent_nobody_takes_the_call()
    {
        Routes(Profile with { InboundAgent = null }, Workstream).Find("acme", "+15550001000").ShouldBeNull();
        Routes(Profile, Workstream with { PhoneNumber = null }).Find("acme", "").ShouldBeNull();
        Routes(Profile, Workstream with { PhoneNumber = "ACME" }).Find("acme", "acme").ShouldBeNull();
        Routes(Profile with { Channel = Channel.Sms }, Workstream).Find("acme", "+15550001000").ShouldBeNull();
    }

    [Fact]
    public void A_changed_setting_changes_the_answer()
    {
        var routes = Routes(Profile, Workstream);
        routes.Note(null, Make.Settings(2));
        routes.Find("acme", "+15550001000").ShouldBeNull();
    }

    // The planner's engagement has a workstream of its own profile; the other is named by no engagement.
    private static InboundRoutes Routes(OutboundProfile profile, Workstream workstream)
    {
        var routes = new InboundRoutes();
        var engagement = Make.Engagement(profile: profile) with
        {
            Workstream = workstream with { PhoneNumber = "+15550003333" },
            Planner = new() { DisplayNumbers = new(DisplayNumberPolicy.Rotate, ["+15550002222"], []) },
        };
        routes.Note(null, Make.Settings(1, engagement) with { Workstreams = new Dictionary<Guid, Workstream> { [workstream.Id] = workstream } });
        return routes;
    }
}
