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
    private static readonly Command<long> LockKeys = new Command<long>("lock_limit_keys").Number("key", key => key);

    public static void Lock(ISqlSession session, StoreEngine engine, IEnumerable<StartRow> rows)
    {
        // SQLite's one writer is the lock.
        if (engine == StoreEngine.Sqlite)
            return;
        // A task has one open delivery: its row is lock enough.
        var keys = rows.SelectMany(row => row.Demands).Where(demand => demand.Key.Scope != LimitScope.Task)
            .Select(demand => KeyOf(demand.Key)).Distinct().Order().ToList();
        if (keys.Count > 0)
            session.Query(LockKeys, keys, _ => 0);
    }

    /// <summary>The rows whose demands hold. Of twins with a key in common the first alone: the others wait for the next pass.</summary>
    public static IReadOnlyList<StartRow> Permitted(ISqlSession session, IReadOnlyList<StartRow> rows)
    {
        var refused = new HashSet<int>();
        var keys = new HashSet<LimitKey>();
        for (var i = 0; i < rows.Count; i++)
        {
            var own = rows[i].Demands.Select(demand => demand.Key).Distinct().ToList();
            if (own.Any(keys.Contains))
                refused.Add(i);
            else
                keys.UnionWith(own);
        }

        var starts = StartsRead.Of(session, keys, rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Demands.Any(demand => starts.TryGetValue(demand.Key, out var known) && known.Count(at => at >= demand.Since) >= demand.Cap))
                refused.Add(i);
        }

        return refused.Count == 0 ? rows : [.. rows.Where((_, index) => !refused.Contains(index))];
    }

    internal static long KeyOf(LimitKey key) => LockKey.Of((int)key.Scope, key.Value);
}
