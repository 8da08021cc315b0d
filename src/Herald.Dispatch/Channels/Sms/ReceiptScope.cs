using System.Security.Cryptography;
using System.Text;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>The id under which an account's message ids and receipts meet in the store. Made from the transport key alone: every process and every later run makes the same, and profiles that share an account share its receipts.</summary>
internal static class ReceiptScope
{
    public static Guid Of(string transport) => new(SHA256.HashData(Encoding.UTF8.GetBytes("receipts of " + transport.ToUpperInvariant())).AsSpan(0, 16), bigEndian: true);
}
