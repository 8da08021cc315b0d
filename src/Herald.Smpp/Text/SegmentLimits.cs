namespace Herald.Smpp.Text;

/// <summary>Octets on our wire per short message: 140 octets of user data (3GPP TS 23.040 §9.2.3.24), less the header, in each alphabet.</summary>
internal static class SegmentLimits
{
    public static int Single(SmsAlphabet alphabet) => alphabet == SmsAlphabet.Gsm7 ? 160 : 140;

    public static int Part(SmsAlphabet alphabet, SmsConcatenation concatenation) => (alphabet, concatenation) switch
    {
        (SmsAlphabet.Gsm7, SmsConcatenation.Udh16) => 152, // (140 - 7) * 8 / 7
        (SmsAlphabet.Gsm7, _) => 153, // (140 - 6) * 8 / 7
        (SmsAlphabet.Latin1, SmsConcatenation.Udh16) => 133,
        (SmsAlphabet.Latin1, _) => 134,
        (_, SmsConcatenation.Udh16) => 132, // 133 holds 66 whole units
        _ => 134, // 67 units
    };
}
