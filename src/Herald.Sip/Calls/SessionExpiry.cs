using System.Globalization;
using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>Session-Expires (RFC 4028 §4). The refresher defaults to the side that sent the request.</summary>
internal static class SessionExpiry
{
    public static (TimeSpan Interval, string Refresher)? Read(SipMessage message)
    {
        if (message.Headers[HeaderNames.SessionExpires] is not { } value)
            return null;
        var parts = value.Split(';', 2);
        if (!int.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
            return null;
        var refresher = parts.Length > 1 ? Parameters.Parse(parts[1])?["refresher"]?.ToLowerInvariant() : null;
        return (TimeSpan.FromSeconds(seconds), refresher is "uas" ? "uas" : "uac");
    }

    public static string Write((TimeSpan Interval, string Refresher) session) =>
        ((int)session.Interval.TotalSeconds).ToString(CultureInfo.InvariantCulture) + ";refresher=" + session.Refresher;
}
