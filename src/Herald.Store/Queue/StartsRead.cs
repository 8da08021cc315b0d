using Herald.Core.Planning;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>The newest starts by limit key: what a plan is told of, and what a start counts again in its own transaction.</summary>
internal static class StartsRead
{
    private static readonly (LimitScope Scope, Command<StartsOf> Command)[] ByScope =
    [
        (LimitScope.Contact, Columns("read_starts_by_contact").Text("value", row => row.Key.Value)),
        (LimitScope.Phone, Columns("read_starts_by_number").Text("value", row => row.Key.Value)),
        (LimitScope.Task, Columns("read_starts_by_task").Id("value", row => Guid.Parse(row.Key.Value))),
        (LimitScope.Subject, Columns("read_starts_by_subject").Text("value", row => row.Key.Value)),
    ];

    public static async Task<IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>>> OfAsync(
        ISqlSession session, IReadOnlyCollection<LimitKey> keys, Instant since, int perKey, CancellationToken ct)
    {
        var asked = Asked(keys, since, perKey);
        var starts = new List<(int Index, Instant At)>();
        foreach (var (scope, command) in ByScope)
            starts.AddRange(await session.QueryAsync(command, [.. asked.Where(row => row.Key.Scope == scope)], Read, ct));
        return Group(asked, starts);
    }

    /// <summary>As many and as far back as any demand of the rows asks for: one seek a key, however many limits count by it.</summary>
    public static IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>> Of(ISqlSession session, IReadOnlyCollection<LimitKey> keys, IReadOnlyList<StartRow> rows)
    {
        if (keys.Count == 0)
            return Facts.NoStarts;
        var demands = rows.SelectMany(row => row.Demands).ToList();
        var asked = Asked(keys, demands.Min(demand => demand.Since), demands.Max(demand => demand.Cap));
        var starts = new List<(int Index, Instant At)>();
        foreach (var (scope, command) in ByScope)
            starts.AddRange(session.Query(command, [.. asked.Where(row => row.Key.Scope == scope)], Read));
        return Group(asked, starts);
    }

    private static (int Index, Instant At) Read(ISqlRow row) => (row.Int(0), row.At(1));

    private static List<StartsOf> Asked(IReadOnlyCollection<LimitKey> keys, Instant since, int perKey) =>
        [.. keys.Distinct().Select((key, index) => new StartsOf(index, key, since, perKey))];

    private static Dictionary<LimitKey, IReadOnlyList<Instant>> Group(List<StartsOf> asked, List<(int Index, Instant At)> starts) => starts
        .GroupBy(start => start.Index)
        .ToDictionary(group => asked[group.Key].Key, group => (IReadOnlyList<Instant>)[.. group.Select(start => start.At).OrderDescending()]);

    private static Command<StartsOf> Columns(string name) => new Command<StartsOf>(name)
        .Number("index", row => row.Index)
        .OneAt("since", row => row.Since)
        .OneNumber("per_key", row => row.PerKey);

    private sealed record StartsOf(int Index, LimitKey Key, Instant Since, int PerKey);
}
