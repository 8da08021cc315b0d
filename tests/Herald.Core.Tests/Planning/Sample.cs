using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Tests.Planning;

/// <summary>Plain values to start from; each test changes what it is about.</summary>
internal static class Sample
{
    public static readonly Guid EngagementId = new("a1b2c3d4-e5f6-7890-abcd-ef1234567890");

    /// <summary>A Tuesday.</summary>
    public static readonly Instant Noon = At("2026-11-24T12:00:00Z");

    public static readonly IReadOnlyList<IsoDayOfWeek> EveryDay =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    public static Window Hours(double from, double to) => new(Noon + Duration.FromHours(from), Noon + Duration.FromHours(to));

    public static Contact Person(int index = 0, string? mobile = "auto", string? business = null, string? home = null) => new()
    {
        UniqueIdentifier = string.Create(CultureInfo.InvariantCulture, $"person-{index}"),
        MobilePhone = mobile == "auto" ? string.Create(CultureInfo.InvariantCulture, $"+1425555{index:0000}") : mobile,
        BusinessPhone = business,
        HomePhone = home,
    };

    public static DeliveryTask Task(params Contact[] contacts) => new()
    {
        Id = new Guid("11111111-2222-3333-4444-555555555555"),
        EngagementId = EngagementId,
        Channel = Channel.Voice,
        AcceptedAt = Noon,
        Contacts = contacts.Length == 0 ? [Person()] : contacts,
        Windows = [Hours(-1, 24)],
    };

    public static Facts Facts(PlannerSettings? planner = null) => new()
    {
        Engagement = new Engagement { Id = EngagementId, Channel = Channel.Voice, Planner = planner ?? PlannerSettings.Default },
    };

    public static QuietTimes Quiet(string start, string end, IReadOnlyList<IsoDayOfWeek>? days = null) =>
        new([new WeeklyHours(days ?? EveryDay, Time(start), Time(end))], []);

    public static IReadOnlyDictionary<PhoneType, QuietTimes> ForMobile(QuietTimes times) =>
        new Dictionary<PhoneType, QuietTimes> { [PhoneType.Mobile] = times };

    public static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    /// <summary>The history grown by the attempt that the planner chose, ended two minutes later.</summary>
    public static List<PastAttempt> Then(this IReadOnlyList<PastAttempt> history, Candidate candidate, DeliveryResult result, Instant at, params string[] dispositions) =>
    [
        .. history,
        new PastAttempt(
            Guid.NewGuid(), history.Count + 1, candidate.Loop, candidate.Contact, candidate.Phone, candidate.Number,
            at, at + Duration.FromMinutes(2), result, Dispositions: dispositions),
    ];

    public static NextStep.Attempt ShouldBeAttempt(this NextStep step) => step.ShouldBeOfType<NextStep.Attempt>();

    public static NextStep.Wait ShouldWait(this NextStep step, Instant until, string reason)
    {
        var wait = step.ShouldBeOfType<NextStep.Wait>();
        wait.Until.ShouldBe(until);
        wait.Reason.ShouldBe(reason);
        return wait;
    }

    public static NextStep.End ShouldEnd(this NextStep step, DeliveryStatus status, string reason = "")
    {
        var end = step.ShouldBeOfType<NextStep.End>();
        end.Status.ShouldBe(status);
        end.Reason.ShouldBe(reason);
        return end;
    }
}
