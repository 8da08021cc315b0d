namespace Herald.WebApi.Catalogue;

/// <summary>One option: its number, its label, and for a status the state it belongs to.</summary>
public sealed record Choice(int Value, string Label, int State = 0)
{
    /// <summary>Options counted up from <paramref name="first"/>.</summary>
    public static IReadOnlyList<Choice> From(int first, params string[] labels) =>
        [.. labels.Select((label, n) => new Choice(first + n, label))];
}
