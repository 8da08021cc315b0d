using Herald.Core.Planning;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Plans of rows that were not started.</summary>
internal static class LookWriting
{
    private static readonly Command<LookRow> Open = new Command<LookRow>("write_looks")
        .Id("id", row => row.Look.DeliveryId)
        .At("seen", row => row.Look.Seen)
        .Number("state", row => (long)row.Step.State)
        .Number("rank", row => row.Step.Rank)
        .At("next_check", row => row.Step.NextCheckAt)
        .Text("reason_code", row => row.Step.ReasonCode)
        .Number("loop", row => row.Step.Loop)
        .Number("contact", row => row.Step.Contact)
        .Number("phone", row => (long)row.Step.Phone)
        .Text("number", row => row.Step.Number)
        .At("window_start", row => row.Step.Window?.Start)
        .At("window_end", row => row.Step.Window?.End)
        .OneAt("now", row => row.Now);

    private static readonly Command<LookRow> End = new Command<LookRow>("end_unattempted")
        .Id("id", row => row.Look.DeliveryId)
        .At("seen", row => row.Look.Seen)
        .Number("status", row => (long)row.Step.Status)
        .Number("result", row => (long?)row.Step.Result)
        .Text("reason_code", row => row.Step.ReasonCode)
        .Id("policy", row => row.Step.PolicyId)
        .OneAt("now", row => row.Now);

    /// <summary>How many rows were still there to be written.</summary>
    public static int Write(ISqlSession session, IReadOnlyList<Look> looks, Instant now)
    {
        var open = looks.Where(look => look.Step is not NextStep.End).Select(look => new LookRow(look, StepRow.Of(look.Step, look.Rank, now), now)).ToList();
        var written = session.Run(Open, open);
        return written + WriteEnds(session, looks, now);
    }

    private static int WriteEnds(ISqlSession session, IReadOnlyList<Look> looks, Instant now)
    {
        var ends = looks.Where(look => look.Step is NextStep.End).ToList();
        if (ends.Count == 0)
            return 0;
        var ended = session.Query(End, [.. ends.Select(look => new LookRow(look, StepRow.Of(look.Step, 0, now), now))], row => row.Id(0)).ToHashSet();
        TaskEnd.Write(session, [.. ends.Where(look => ended.Contains(look.DeliveryId)).Select(look => TaskEnd.Of(look.TaskId, (NextStep.End)look.Step, now))]);
        return ended.Count;
    }

    private sealed record LookRow(Look Look, StepRow Step, Instant Now);
}
