using System.Globalization;

namespace Herald.Sip.Messages;

/// <summary>Reason (RFC 3326): the Q.850 cause of the telephone network behind a trunk, and its text.</summary>
internal static class ReasonHeader
{
    public static (int? Q850, string? Text) Read(SipMessage? message)
    {
        int? cause = null;
        string? text = null;
        foreach (var value in message?.Headers.List(HeaderNames.Reason) ?? [])
        {
            var semicolon = Grammar.Next(value, ';', 0);
            if (semicolon == value.Length || Parameters.Parse(value.AsSpan(semicolon + 1)) is not { } parameters)
                continue;
            if (parameters["text"] is { } words)
                text ??= Grammar.Unquote(words);
            if (value.AsSpan(0, semicolon).Trim().Equals("Q.850", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(parameters["cause"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 128)
                cause ??= number;
        }
        return (cause, text);
    }
}
