using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Store.Queue;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Messages to simulated people: acknowledged after 50–300 ms, receipt after 1–5 s, reply after 5–20 s, before scaling.</summary>
internal sealed class SimulatedMessages(SimulatedOptions options, Agenda agenda, IInbound inbound, string transport, TimeProvider time)
{
    private static readonly TimeSpan KeepAgain = TimeSpan.FromSeconds(1);

    public void Send(AttemptOrder order, Person person, FreesSlot sink)
    {
        var id = $"sim-{order.DeliveryId:N}-{order.Sequence}";
        var result = person == Person.Unreachable ? DeliveryResult.NotDelivered : DeliveryResult.Delivered;
        var acknowledgedAt = order.StartedAt + Scaled(Chance(order, 1).Between(0.05, 0.3));
        var receiptAt = order.StartedAt + Scaled(Chance(order, 2).Between(1, 5));
        if (options.TimeScale == 0 && Plain)
            EndAtOnce(order, sink, id, result);
        else
            InTurn(order, sink, id, result, acknowledgedAt, receiptAt);
        if (person is Person.RepliesStop or Person.RepliesYes)
            agenda.After(receiptAt - order.StartedAt + Scaled(Chance(order, 3).Between(5, 20)), () => Reply(order, person == Person.RepliesStop ? "STOP" : "YES"));
    }

    private bool Plain => options is { LateReceipts: 0, MissingReceipts: 0, DuplicateReceipts: 0, EarlyReceipts: 0 };

    private static void EndAtOnce(AttemptOrder order, FreesSlot sink, string id, DeliveryResult result) => sink.Ended(new AttemptOutcome
    {
        Result = result,
        EndedAt = order.StartedAt,
        SentAt = order.StartedAt,
        ReasonCode = ReasonCode.Simulated,
        Reason = ResultSentences.Of(result),
        CallId = id,
    });

    private void InTurn(AttemptOrder order, FreesSlot sink, string id, DeliveryResult result, Instant acknowledgedAt, Instant receiptAt)
    {
        agenda.After(acknowledgedAt - order.StartedAt, () => sink.Acknowledged(acknowledgedAt, [id]));
        if (!order.Profile.Receipts || Chance(order, 4).Value < options.MissingReceipts)
            return;
        if (Chance(order, 5).Value < options.EarlyReceipts)
            receiptAt = order.StartedAt;
        else if (Chance(order, 6).Value < options.LateReceipts)
            receiptAt += Duration.FromTimeSpan(options.LateBy) * options.TimeScale;
        var receipt = new KeptReceipt(order.Profile.Id, id, result, receiptAt, """{"stat":"simulated"}""");
        agenda.After(receiptAt - order.StartedAt, () => _ = KeepAsync(receipt));
        if (Chance(order, 7).Value < options.DuplicateReceipts)
            agenda.After(receiptAt - order.StartedAt + Scaled(1), () => _ = KeepAsync(receipt));
    }

    /// <summary>As a carrier does: a receipt that was not taken comes again.</summary>
    private async Task KeepAsync(KeptReceipt receipt)
    {
        for (var left = 60; left > 0; left--)
        {
            try
            {
                await inbound.ReceiptAsync(receipt, CancellationToken.None);
                return;
            }
            catch (Exception)
            {
                await Task.Delay(KeepAgain, time);
            }
        }
    }

    private void Reply(AttemptOrder order, string text) => _ = inbound.MessageAsync(
        new InboundMessage(transport, order.Number, order.From ?? "", text, time.GetCurrentInstant()), CancellationToken.None);

    private static Chance Chance(AttemptOrder order, int draw) => new(order.DeliveryId, order.Sequence * 16 + draw);

    private Duration Scaled(double seconds) => Duration.FromSeconds(seconds * options.TimeScale);
}
