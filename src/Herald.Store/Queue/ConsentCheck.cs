using Herald.Store.Statements;

namespace Herald.Store.Queue;

/// <summary>No attempt starts once an opt-out is durable: asked again in the start's own transaction.</summary>
internal static class ConsentCheck
{
    private static readonly Command<StartRow> OptedOut = new Command<StartRow>("find_opted_out_starts")
        .Id("id", row => row.DeliveryId)
        .Text("number", row => row.Candidate.Number);

    public static IReadOnlyList<StartRow> Permitted(ISqlSession session, IReadOnlyList<StartRow> rows)
    {
        var refused = session.Query(OptedOut, rows, row => row.Id(0)).ToHashSet();
        return refused.Count == 0 ? rows : [.. rows.Where(row => !refused.Contains(row.DeliveryId))];
    }
}
