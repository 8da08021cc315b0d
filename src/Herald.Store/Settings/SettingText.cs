namespace Herald.Store.Settings;

/// <summary>Lists in one text column.</summary>
internal static class SettingText
{
    public static IReadOnlyList<string> List(string? text) =>
        text is null ? [] : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
