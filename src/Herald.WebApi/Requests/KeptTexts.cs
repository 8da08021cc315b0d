using System.Collections.Concurrent;

namespace Herald.WebApi.Requests;

/// <summary>
/// What was made of texts that clients repeat. Bounded in number and in length of text: a caller that invents new ones costs
/// the others a parse now and then, and no memory.
/// </summary>
internal sealed class KeptTexts<TKey, TValue>(int most)
    where TKey : notnull
{
    public const int LongestText = 1_000;
    private readonly ConcurrentDictionary<TKey, TValue> kept = new();

    public TValue Get(TKey key, int length, Func<TValue> make)
    {
        if (length > LongestText) return make();
        if (kept.TryGetValue(key, out var value)) return value;
        value = make();
        if (kept.Count >= most) kept.Clear();
        kept.TryAdd(key, value);
        return value;
    }
}
