using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Calls to simulated people: ring 2–12 s, talk 15–60 s, before scaling.</summary>
internal sealed class SimulatedCalls(SimulatedOptions options, Agenda agenda)
{
    public void Make(AttemptOrder order, Person person, FreesSlot sink)
    {
        var chance = new Chance(order.DeliveryId, order.Sequence);
        var from = order.StartedAt;
        switch (person)
        {
            case Person.Refused:
                Finish(order, sink, from + Scaled(chance.Between(0.5, 4)), Refusal(People.StatusOf(order.Number)));
                break;
            case Person.RingsOut:
                Finish(order, sink, from + order.Engagement.RingTime * options.TimeScale, (DeliveryResult.NoAnswer, false, null, "It rang, nobody answered."));
                break;
            case Person.Machine:
                Answer(order, sink, chance.Between(8, 12), 6, (DeliveryResult.AnsweringMachine, false, null, "An answering machine took the call."));
                break;
            case Person.Fax:
                Answer(order, sink, chance.Between(2, 6), 3, (DeliveryResult.NotAHandset, false, null, "A fax tone answered."));
                break;
            default:
                Answer(order, sink, chance.Between(2, 12), new Chance(order.DeliveryId, ~order.Sequence).Between(15, 60), (DeliveryResult.LiveAnswer, false, null, "A person answered and took part."));
                break;
        }
    }

    /// <summary>We hung up because the process stops.</summary>
    public static AttemptOutcome HungUp(AttemptOrder order, TimeProvider time) => new()
    {
        Result = DeliveryResult.CallFailed,
        EndedAt = time.GetCurrentInstant(),
        ReasonCode = ReasonCode.Simulated,
        Reason = "The service stopped while the call was up.",
        CallId = CallIdOf(order),
    };

    private static (DeliveryResult, bool, string?, string) Refusal(int status)
    {
        var parts = SipOutcomes.From(status);
        return (parts.Result, parts.Declined, new CallDiagnostics(status).ToJson(), parts.Reason);
    }

    private void Answer(AttemptOrder order, FreesSlot sink, double ring, double talk, (DeliveryResult, bool, string?, string) end)
    {
        var connectedAt = order.StartedAt + Scaled(ring);
        Then(connectedAt, () => sink.Connected(connectedAt));
        Finish(order, sink, connectedAt + Scaled(talk), end, connectedAt);
    }

    private void Finish(AttemptOrder order, FreesSlot sink, Instant at, (DeliveryResult Result, bool Declined, string? Diagnostics, string Reason) end, Instant? connectedAt = null) =>
        Then(at, () => sink.Ended(new AttemptOutcome
        {
            Result = end.Result,
            EndedAt = at,
            Declined = end.Declined,
            Diagnostics = end.Diagnostics,
            ReasonCode = ReasonCode.Simulated,
            Reason = end.Reason,
            CallId = CallIdOf(order),
            SentAt = order.StartedAt,
            ConnectedAt = connectedAt,
            SpeechDetected = end.Result is DeliveryResult.LiveAnswer,
            SpeechAt = end.Result is DeliveryResult.LiveAnswer ? connectedAt : null,
        }));

    private void Then(Instant at, Action action)
    {
        if (options.TimeScale > 0)
            agenda.At(at, action);
        else
            action();
    }

    private Duration Scaled(double seconds) => Duration.FromSeconds(seconds * options.TimeScale);

    private static string CallIdOf(AttemptOrder order) => $"simulated-{order.DeliveryId:N}-{order.Sequence}";
}
