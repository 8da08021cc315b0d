namespace Herald.Dispatch.Channels.Sms;

internal static class SmsNumbers
{
    /// <summary>Shorter senders are short codes; E.164 has no subscriber number this short.</summary>
    private const int ShortestNumber = 7;

    /// <summary>Many SMSCs leave the '+' and the type of number away.</summary>
    public static string E164(string from) => from.Length >= ShortestNumber && from.All(char.IsAsciiDigit) ? "+" + from : from;
}
