using System.Globalization;
using System.Numerics;

namespace Herald.Smpp.Inbound;

/// <summary>
/// Many SMSCs answer a submit with "0000001A" and send its receipt for "26", or the other way round. The key of both is the same,
/// once the form of each place is known.
/// </summary>
public static class MessageIdKey
{
    /// <summary>Digits beyond which an id is no number (SMPP 3.4 §5.2.23: 64 characters).</summary>
    private const int MaxDigits = 64;

    /// <returns>Decimal digits without leading zeros for the numeric forms; an id that is no number of its form is taken as opaque.</returns>
    public static string Of(string messageId, MessageIdForm form)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        var id = messageId.Trim().ToUpperInvariant();
        return form switch
        {
            MessageIdForm.Hexadecimal when IsNumber(id, char.IsAsciiHexDigitUpper) =>
                // The leading zero keeps it positive: BigInteger reads a hexadecimal's first bit as its sign.
                BigInteger.Parse("0" + id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => WithoutLeadingZeros(id),
        };
    }

    private static bool IsNumber(string id, Func<char, bool> isDigit) => id.Length is > 0 and <= MaxDigits && id.All(isDigit);

    private static string WithoutLeadingZeros(string id) => id.TrimStart('0') is { Length: > 0 } rest ? rest : id.Length > 0 ? "0" : "";
}
