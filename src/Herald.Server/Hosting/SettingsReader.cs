using System.Globalization;

namespace Herald.Server.Hosting;

/// <summary>Reads typed settings and keeps every mistake, so that one start shows them all.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> mistakes = [];

    public IReadOnlyList<string> Mistakes => mistakes;

    public void Mistake(string key, string what) => mistakes.Add($"{key}: {what}");

    /// <summary>Null when absent or blank.</summary>
    public string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public long Number(string key, long fallback, long least, long most)
    {
        if (Text(key) is not { } text)
            return fallback;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Mistake(key, $"'{text}' is not a whole number from {least} to {most}.");
        return fallback;
    }

    /// <summary>Either seconds (<c>30</c>) or <c>hh:mm:ss</c>.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
            return fallback;
        TimeSpan? read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
        if (read is { } value && value >= least && value <= most)
            return value;
        Mistake(key, $"'{text}' is not a time from {least} to {most} (seconds, or hh:mm:ss).");
        return fallback;
    }

    public bool Flag(string key, bool fallback)
    {
        if (Text(key) is not { } text)
            return fallback;
        if (bool.TryParse(text, out var flag))
            return flag;
        Mistake(key, $"'{text}' is neither true nor false.");
        return fallback;
    }

    /// <summary>An absolute http or https address without its trailing slash.</summary>
    public string? Address(string key, bool httpsOnly = false)
    {
        if (Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (!httpsOnly && uri.Scheme == Uri.UriSchemeHttp))
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0)
            return text.TrimEnd('/');
        Mistake(key, $"'{text}' is not an absolute {(httpsOnly ? "https" : "http or https")} address.");
        return null;
    }

    public Guid? Id(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (Guid.TryParse(text, out var id) && id != Guid.Empty)
            return id;
        Mistake(key, $"'{text}' is not a GUID.");
        return null;
    }

    /// <summary>A comma-separated text or an array of texts.</summary>
    public IReadOnlyList<string> List(string key) =>
        Text(key) is { } text
            ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [.. configuration.GetSection(key).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0)];
}
