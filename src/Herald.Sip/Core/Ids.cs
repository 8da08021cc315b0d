using System.Security.Cryptography;
using Herald.Sip.Messages;

namespace Herald.Sip.Core;

/// <summary>Unguessable names (RFC 3261 §19.3: tags of at least 32 random bits).</summary>
internal static class Ids
{
    public static string Tag() => Hex(5);

    public static string Branch() => Via.Cookie + Hex(8);

    public static string CallId() => Hex(12);

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
