using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Inbound;

/// <summary>What a number's messages change is changed by one transaction at a time. Statements after it see what the one before committed (READ COMMITTED).</summary>
internal static class NumberLock
{
    // Apart from the keys of limits, which hash the same numbers.
    private const int Seed = 71;

    private static readonly Command<long> LockKeys = new Command<long>("lock_limit_keys").Number("key", key => key);

    public static void Take(ISqlSession session, IEnumerable<string> numbers) =>
        session.Query(LockKeys, [.. numbers.Select(number => LockKey.Of(Seed, number.ToUpperInvariant())).Distinct().Order()], _ => 0);
}
