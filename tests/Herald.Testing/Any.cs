using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Store.Intake;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Testing;

/// <summary>Values that a test does not care about.</summary>
public static class Any
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);
    public static readonly Guid Engagement = Guid.Parse("a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    private static int numbers;

    /// <summary>A UUIDv7 of that moment.</summary>
    public static Guid Id(Instant? at = null) => Guid.CreateVersion7((at ?? Noon).ToDateTimeOffset());

    /// <summary>An E.164 number that no other test has.</summary>
    public static string Number() => $"+1425{Interlocked.Increment(ref numbers):0000000}";

    public static Window Window(Instant? start = null) => new(start ?? Noon - Duration.FromHours(1), (start ?? Noon) + Duration.FromHours(8));

    public static DeliveryTask Task(Guid? engagement = null, Channel channel = Channel.Voice, string? number = null, Instant? at = null, string? person = null) => new()
    {
        Id = Id(at),
        EngagementId = engagement ?? Engagement,
        Channel = channel,
        AcceptedAt = at ?? Noon,
        Contacts = [new Contact { UniqueIdentifier = person ?? Guid.NewGuid().ToString("D"), FirstName = "Ada", MobilePhone = number ?? Number() }],
        Windows = [Window(at)],
    };

    public static Candidate Candidate(DeliveryTask task, int loop = 1) => new(loop, 0, PhoneType.Mobile, task.Contacts[0].MobilePhone!);

    public static RowSettings Row() => new(DialMode.Copilot, Leader.Bot, null, "+14255550100");

    /// <summary>Accepted and ready to be picked.</summary>
    public static NewTask Ready(DeliveryTask? task = null, long rank = 0)
    {
        task ??= Task();
        return new NewTask(task, Id(task.AcceptedAt), new NextStep.Attempt(Candidate(task), task.Windows[0], task.Windows[0].End), rank, Row());
    }

    public static NewTask Waiting(Instant until, DeliveryTask? task = null, string reason = ReasonCode.Window)
    {
        task ??= Task();
        return new NewTask(task, Id(task.AcceptedAt), new NextStep.Wait(Candidate(task), task.Windows[0], until, reason), 0, Row());
    }

    public static StartRow Start(NewTask task, params LimitDemand[] demands)
    {
        var candidate = Candidate(task.Task);
        return new StartRow(
            task.DeliveryId, task.Task.Id, 1, candidate, task.Task.Windows[0], task.Task.Windows[0].End,
            ContactKey.Of(task.Task.Contacts[0], candidate.Number), "+14255550100", "UTC", demands, task.Task.Contacts[0].InputAttributes);
    }

    public static StartBatch Starts(Guid owner, Instant now, params IReadOnlyList<StartRow> rows) => new(owner, Engagement, now, rows, []);

    public static FinishedDelivery Finished(NewTask task, Guid? owner, Instant now, DeliveryResult result = DeliveryResult.LiveAnswer, NextStep? next = null) => new(
        task.DeliveryId, task.Task.Id, owner, new AttemptOutcome { Result = result, EndedAt = now },
        next ?? new NextStep.End(DeliveryStatus.Complete, "", result is DeliveryResult.LiveAnswer or DeliveryResult.Delivered), Id(now), 0, Row(), now);
}
