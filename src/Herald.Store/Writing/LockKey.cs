namespace Herald.Store.Writing;

/// <summary>A text as the key of an advisory lock: FNV-1a, 64 bits. Two texts of one key would only wait for each other.</summary>
internal static class LockKey
{
    /// <param name="seed">Tells the uses apart.</param>
    public static long Of(int seed, string text)
    {
        var hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return (long)hash;
    }
}
