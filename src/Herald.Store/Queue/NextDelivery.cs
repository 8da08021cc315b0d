using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>The delivery that follows an attempt; what it shares with its task it copies from the row before.</summary>
internal static class NextDelivery
{
    private static readonly Command<(FinishedDelivery Of, StepRow Step)> Append = new Command<(FinishedDelivery Of, StepRow Step)>("append_next_deliveries")
        .Id("id", row => row.Of.NextDeliveryId)
        .Id("after", row => row.Of.DeliveryId)
        .Number("state", row => (long)row.Step.State)
        .Number("dial_mode", row => (long)row.Of.Row.DialMode)
        .Number("leader", row => (long?)row.Of.Row.Leader)
        .Number("rank", row => row.Step.Rank)
        .At("next_check", row => row.Step.NextCheckAt)
        .Number("loop", row => row.Step.Loop)
        .Number("contact", row => row.Step.Contact)
        .Number("phone", row => (long)row.Step.Phone)
        .Text("number", row => row.Step.Number)
        .Text("from_address", row => row.Of.Row.FromAddress)
        .At("window_start", row => row.Step.Window?.Start)
        .At("window_end", row => row.Step.Window?.End)
        .Text("reason_code", row => row.Step.ReasonCode)
        .At("now", row => row.Of.Now);

    public static void Write(ISqlSession session, IReadOnlyList<FinishedDelivery> rows) =>
        session.Later(Append, [.. rows.Select(row => (row, StepRow.Of(row.Next, row.NextRank, row.Now)))]);
}
