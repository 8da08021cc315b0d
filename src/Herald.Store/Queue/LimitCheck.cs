using Herald.Core.Planning;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>
/// The limits of a start: keys locked in one order, then counted by later statements, whose snapshots are younger than the locks.
/// (In one statement, or under REPEATABLE READ, a cap of 1 gave 2 in 300 of 400 races.)
/// </summary>
internal static class LimitCheck
{
    private sealed record Demand(int Index, LimitDemand Of);

    private static readonly Command<long> LockKeys = new Command<long>("lock_limit_keys").Number("key", key => key);

    private static readonly Command<Demand> ByContact = Counting("count_starts_by_contact");
    private static readonly Command<Demand> ByNumber = Counting("count_starts_by_number");
    private static readonly Command<Demand> BySubject = Counting("count_starts_by_subject");

    private static readonly Command<Demand> ByTask = new Command<Demand>("count_starts_by_task")
        .Number("index", row => row.Index)
        .Id("task", row => Guid.Parse(row.Of.Key.Value))
        .At("since", row => row.Of.Since);

    public static void Lock(ISqlSession session, IEnumerable<StartRow> rows)
    {
        // A task has one open delivery: its row is lock enough.
        var keys = rows.SelectMany(row => row.Demands).Where(demand => demand.Key.Scope != LimitScope.Task)
            .Select(demand => KeyOf(demand.Key)).Distinct().Order().ToList();
        if (keys.Count > 0)
            session.Query(LockKeys, keys, _ => 0);
    }

    /// <summary>The rows whose demands hold. Of twins with a key in common the first alone: the others wait for the next pass.</summary>
    public static IReadOnlyList<StartRow> Permitted(ISqlSession session, IReadOnlyList<StartRow> rows)
    {
        var demands = new List<Demand>();
        var refused = new HashSet<int>();
        var keys = new HashSet<LimitKey>();
        for (var i = 0; i < rows.Count; i++)
        {
            var own = rows[i].Demands.Select(demand => demand.Key).Distinct().ToList();
            if (own.Any(keys.Contains))
                refused.Add(i);
            else
                keys.UnionWith(own);
            demands.AddRange(rows[i].Demands.Select(demand => new Demand(i, demand)));
        }

        foreach (var (command, scope) in new[] { (ByContact, LimitScope.Contact), (ByNumber, LimitScope.Phone), (ByTask, LimitScope.Task), (BySubject, LimitScope.Subject) })
            refused.UnionWith(Exceeded(session, command, [.. demands.Where(demand => demand.Of.Key.Scope == scope)]));
        return refused.Count == 0 ? rows : [.. rows.Where((_, index) => !refused.Contains(index))];
    }

    internal static long KeyOf(LimitKey key) => LockKey.Of((int)key.Scope, key.Value);

    private static IEnumerable<int> Exceeded(ISqlSession session, Command<Demand> command, IReadOnlyList<Demand> demands)
    {
        // Several demands of a row may differ in cap and since: the answers come back in any order, so each has its own place.
        var numbered = demands.Select((demand, place) => demand with { Index = place }).ToList();
        return session.Query(command, numbered, row => (Place: row.Int(0), Count: row.Number(1)))
            .Where(counted => counted.Count >= numbered[counted.Place].Of.Cap)
            .Select(counted => demands[counted.Place].Index);
    }

    private static Command<Demand> Counting(string name) => new Command<Demand>(name)
        .Number("index", row => row.Index)
        .Text("value", row => row.Of.Key.Value)
        .At("since", row => row.Of.Since)
        .Number("cap", row => row.Of.Cap);
}
