using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Calls to simulated people: ring 2–12 s, talk 15–60 s, before scaling. An agent that the workstream names talks meanwhile.</summary>
/// <param name="agents">Null: nobody talks.</param>
/// <param name="optOut">Makes the opt-out of a number durable.</param>
internal sealed class SimulatedCalls(SimulatedOptions options, Agenda agenda, IAgents? agents, Func<string, Task> optOut, TimeProvider time)
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
                var (ring, talk) = (chance.Between(2, 12), new Chance(order.DeliveryId, ~order.Sequence).Between(15, 60));
                if (agents is not null && order.Engagement.Workstream?.Agent is not null)
                    Converse(order, sink, new SimulatedTalk(agents, order), ring, talk);
                else
                    Answer(order, sink, ring, talk, (DeliveryResult.LiveAnswer, false, null, ResultSentences.Of(DeliveryResult.LiveAnswer)));
                break;
        }
    }

    /// <summary>We hung up because the process stops.</summary>
    public static AttemptOutcome HungUp(AttemptOrder order, FreesSlot sink, TimeProvider time) => new()
    {
        Result = DeliveryResult.CallFailed,
        EndedAt = time.GetCurrentInstant(),
        ReasonCode = ReasonCode.Simulated,
        Reason = "The service stopped while the call was up.",
        CallId = CallIdOf(order),
        ResultAttributes = sink.Talk?.Results ?? Contact.NoAttributes,
    };

    private static (DeliveryResult, bool, string?, string) Refusal(int status)
    {
        var parts = SipOutcomes.From(status);
        return (parts.Result, parts.Declined, new CallDiagnostics(status).ToJson(), parts.Reason);
    }

    private void Answer(AttemptOrder order, FreesSlot sink, double ring, double talk, (DeliveryResult, bool, string?, string) end)
    {
        var connectedAt = order.StartedAt + Scaled(ring);
        Then(order, connectedAt, () => sink.Connected(connectedAt));
        Finish(order, sink, connectedAt + Scaled(talk), end, connectedAt);
    }

    private void Converse(AttemptOrder order, FreesSlot sink, SimulatedTalk talking, double ring, double talk)
    {
        var connectedAt = order.StartedAt + Scaled(ring);
        var end = connectedAt + Scaled(talk);
        Then(order, connectedAt, () =>
        {
            sink.Connected(connectedAt);
            sink.Talk = talking;
            talking.Begin();
        });
        Then(order, end, () => _ = PartAsync(order, sink, talking, connectedAt, end));
    }

    /// <summary>A simulated person waits for a slow program as long as that takes.</summary>
    private async Task PartAsync(AttemptOrder order, FreesSlot sink, SimulatedTalk talking, Instant connectedAt, Instant end)
    {
        var (result, reason, optsOut) = await talking.EndAsync();
        if (optsOut)
            await optOut(order.Number);
        End(order, sink, Instant.Max(end, time.GetCurrentInstant()), (result, false, null, reason), connectedAt);
    }

    private void Finish(AttemptOrder order, FreesSlot sink, Instant at, (DeliveryResult Result, bool Declined, string? Diagnostics, string Reason) end, Instant? connectedAt = null) =>
        Then(order, at, () => End(order, sink, at, end, connectedAt));

    private static void End(AttemptOrder order, FreesSlot sink, Instant at, (DeliveryResult Result, bool Declined, string? Diagnostics, string Reason) end, Instant? connectedAt) =>
        sink.Ended(new AttemptOutcome
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
            ResultAttributes = sink.Talk?.Results ?? Contact.NoAttributes,
        });

    private void Then(AttemptOrder order, Instant at, Action action)
    {
        if (options.TimeScale > 0)
            agenda.After(at - order.StartedAt, action);
        else
            action();
    }

    private Duration Scaled(double seconds) => Duration.FromSeconds(seconds * options.TimeScale);

    private static string CallIdOf(AttemptOrder order) => $"simulated-{order.DeliveryId:N}-{order.Sequence}";
}
