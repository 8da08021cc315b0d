namespace Herald.Store.Queue;

/// <summary>The codes of a conversation as the API shows them: quoted, comma-separated (<c>"A","B"</c>).</summary>
internal static class Dispositions
{
    public static IReadOnlyList<string>? Read(string? text) => string.IsNullOrEmpty(text)
        ? null
        : [.. text.Split("\",\"").Select(code => code.Trim('"'))];
}
