using System.Security.Cryptography;
using System.Text;

namespace Herald.Dispatch.Channels.Twilio;

/// <summary>X-Twilio-Signature (Twilio documentation, "Webhooks security"): HMAC-SHA1 under the auth token over the full address, then each form parameter's name and value in the order of the names.</summary>
internal static class TwilioSignature
{
    /// <param name="parameters">Names once each. Several values of a name count once each, in their order.</param>
    public static string Of(string token, string address, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters)
    {
        var text = new StringBuilder(address);
        foreach (var (name, values) in parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var value in values.Distinct().Order(StringComparer.Ordinal))
                text.Append(name).Append(value);
        }

#pragma warning disable CA5350 // The provider's interface says SHA-1; as HMAC it holds.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }

    public static bool Matches(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
