using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Recheck;
using Herald.Dispatch.Tests.Engine;
using NodaTime;

namespace Herald.Dispatch.Tests.Recheck;

public class BindingTests
{
    private static readonly QuietTimes Night = new([new WeeklyHours([IsoDayOfWeek.Monday], new LocalTime(21, 0), new LocalTime(8, 0))], []);

    [Fact]
    public void Equal_settings_of_two_loads_bind_alike()
    {
        foreach (var reason in Binding.Reasons)
            Of(reason, Engagement(Night)).ShouldBe(Of(reason, Engagement(new QuietTimes([.. Night.Weekly], [.. Night.Dates]))));
    }

    [Fact]
    public void Quiet_hours_bind_only_what_waits_for_quiet_hours()
    {
        Of(ReasonCode.QuietHours, Engagement(Night)).ShouldNotBe(Of(ReasonCode.QuietHours, Engagement(QuietTimes.None)));
        Of(ReasonCode.Limit, Engagement(Night)).ShouldBe(Of(ReasonCode.Limit, Engagement(QuietTimes.None)));
    }

    [Fact]
    public void Limits_bind_what_waits_for_a_limit()
    {
        var limited = Engagement(Night) with { Planner = new PlannerSettings { Limits = new LimitSettings(new FrequencyLimits(1, null, null), FrequencyLimits.None, FrequencyLimits.None) } };
        Of(ReasonCode.Limit, limited).ShouldNotBe(Of(ReasonCode.Limit, Engagement(Night)));
    }

    [Fact]
    public void Activation_binds_what_waits_for_it() =>
        Of(ReasonCode.Configuration, Engagement(Night) with { Active = false }).ShouldNotBe(Of(ReasonCode.Configuration, Engagement(Night)));

    private static Engagement Engagement(QuietTimes quiet) => Make.Engagement() with
    {
        Id = Guid.Empty,
        Planner = new PlannerSettings { Quiet = new Dictionary<PhoneType, QuietTimes> { [PhoneType.Mobile] = quiet } },
    };

    private static string Of(string reason, Engagement engagement) => Binding.Of(reason, engagement, Make.Settings(1, engagement));
}
