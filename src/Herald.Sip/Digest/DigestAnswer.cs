using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Digest;

/// <summary>Credentials for a challenge (RFC 7616 §3.4; qop=auth where offered).</summary>
internal static class DigestAnswer
{
    /// <summary>The header value for Authorization or Proxy-Authorization.</summary>
    public static string Write(DigestChallenge challenge, string user, string password, string method, string uri, int count, string cnonce)
    {
        var nc = count.ToString("x8", CultureInfo.InvariantCulture);
        var ha1 = Hash(challenge.Algorithm, $"{user}:{challenge.Realm}:{password}");
        var ha2 = Hash(challenge.Algorithm, $"{method}:{uri}");
        var response = Hash(challenge.Algorithm, challenge.QopAuth
            ? $"{ha1}:{challenge.Nonce}:{nc}:{cnonce}:auth:{ha2}"
            : $"{ha1}:{challenge.Nonce}:{ha2}"); // RFC 2069 form for servers without qop
        var text = new StringBuilder("Digest username=").Append(Grammar.Quote(user))
            .Append(", realm=").Append(Grammar.Quote(challenge.Realm))
            .Append(", nonce=").Append(Grammar.Quote(challenge.Nonce))
            .Append(", uri=").Append(Grammar.Quote(uri))
            .Append(", response=\"").Append(response).Append("\", algorithm=").Append(challenge.Algorithm);
        if (challenge.Opaque is { } opaque)
            text.Append(", opaque=").Append(Grammar.Quote(opaque));
        if (challenge.QopAuth)
            text.Append(", qop=auth, nc=").Append(nc).Append(", cnonce=\"").Append(cnonce).Append('"');
        return text.ToString();
    }

    public static string HeaderFor(DigestChallenge challenge) =>
        challenge.IsProxy ? HeaderNames.ProxyAuthorization : HeaderNames.Authorization;

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what carriers ask for (RFC 3261 §22.4); SHA-256 is chosen where they offer it.")]
    private static string Hash(string algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm == "SHA-256" ? SHA256.HashData(bytes) : MD5.HashData(bytes));
    }
}
