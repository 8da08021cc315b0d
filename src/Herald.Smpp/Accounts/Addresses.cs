using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;

namespace Herald.Smpp.Accounts;

/// <summary>Addresses of a message to the wire.</summary>
internal static class Addresses
{
    private const int MaxDigits = 20; // §5.2.8: 21 octets with the zero

    /// <summary>Digits of the longest number we take for a short code; E.164 has no subscriber number this short.</summary>
    private const int MaxShortCode = 6;

    private const int MaxName = 11; // 3GPP TS 23.040 §9.1.2.5: ten octets of septets

    public static SenderKind KindOf(string sender) =>
        sender.StartsWith('+') && IsNumber(sender.AsSpan(1)) ? SenderKind.LongCode
        : !IsNumber(sender) ? SenderKind.Alphanumeric
        : sender.Length <= MaxShortCode ? SenderKind.ShortCode
        : SenderKind.LongCode;

    /// <summary>Null: no sender of that kind.</summary>
    public static WireAddress? Source(string sender, SenderKind kind, SmppAccountOptions options) => kind switch
    {
        SenderKind.Alphanumeric when sender.Length is > 0 and <= MaxName && IsName(sender) =>
            new(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, sender),
        SenderKind.ShortCode when IsNumber(sender) =>
            new((TypeOfNumber)options.ShortCodeTon, (NumberingPlan)options.ShortCodeNpi, sender),
        SenderKind.LongCode when IsNumber(sender.TrimStart('+')) =>
            new(TypeOfNumber.International, NumberingPlan.Isdn, sender.TrimStart('+')),
        _ => null,
    };

    /// <summary>Null: no international number.</summary>
    public static WireAddress? Destination(string number) =>
        IsNumber(number.TrimStart('+')) ? new(TypeOfNumber.International, NumberingPlan.Isdn, number.TrimStart('+')) : null;

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9');

    // Names travel in the GSM alphabet; the wire field itself is ASCII.
    private static bool IsName(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && Gsm7.TryEncode(text, out _);
}
