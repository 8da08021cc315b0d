using System.Text;
using Herald.Sip.Media;
using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>Keys sent as INFO by old gateways: <c>application/dtmf-relay</c> (<c>Signal=5</c>) and <c>application/dtmf</c> (<c>5</c>).</summary>
internal static class InfoKey
{
    public static char? Read(SipRequest info)
    {
        var type = info.Headers[HeaderNames.ContentType]?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/dtmf-relay" or "application/dtmf") || info.Body.Length is 0 or > 256)
            return null;
        foreach (var line in Encoding.ASCII.GetString(info.Body).Split('\n'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var value = type == "application/dtmf" ? line.Trim()
                : line.StartsWith("Signal", StringComparison.OrdinalIgnoreCase) && equals > 0 ? line[(equals + 1)..].Trim() : "";
            if (value.Length == 1 && DtmfDigits.AreKeys(value))
                return value[0];
        }
        return null;
    }
}
