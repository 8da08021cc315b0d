using Herald.Smpp.Protocol;

namespace Herald.Smpp.Text;

/// <summary>Alphabet choice and segmentation of outgoing text.</summary>
public static class SmppText
{
    /// <summary>Parts a concatenation can number (3GPP TS 23.040 §9.2.3.24.1).</summary>
    public const int MaxSegments = 255;

    /// <summary>Short messages <paramref name="text"/> takes, known before anything is sent. May exceed <see cref="MaxSegments"/>, which cannot be sent.</summary>
    public static int SegmentCount(string text, SmppTextRules rules) => Segment(text, rules).SegmentCount;

    /// <summary>
    /// The default alphabet if the whole text fits it, else Latin-1 where allowed, else UCS-2; each part as long as it can be.
    /// A GSM escape sequence and a surrogate pair are never split; a lone surrogate becomes U+FFFD.
    /// </summary>
    public static SegmentedText Segment(string text, SmppTextRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        var (alphabet, coding, octets) = Encode(text, rules);
        var cuts = Cut(octets, alphabet, rules.Concatenation);
        var parts = rules.Concatenation == SmsConcatenation.Payload ? [octets] : Slices(octets, cuts);
        return new SegmentedText(alphabet, (byte)coding, cuts.Count, parts);
    }

    private static (SmsAlphabet, DataCoding, byte[]) Encode(string text, SmppTextRules rules)
    {
        if (rules.DefaultAlphabet == SmsAlphabet.Gsm7 && Gsm7.TryEncode(text, out var septets))
            return (SmsAlphabet.Gsm7, DataCoding.SmscDefault, septets);
        var latin1AsDefault = rules.DefaultAlphabet == SmsAlphabet.Latin1;
        if ((latin1AsDefault || rules.AllowLatin1) && Latin1.TryEncode(text, out var octets))
            return (SmsAlphabet.Latin1, latin1AsDefault ? DataCoding.SmscDefault : DataCoding.Latin1, octets);
        return (SmsAlphabet.Ucs2, DataCoding.Ucs2, Ucs2.Encode(text));
    }

    /// <summary>Ends of the parts.</summary>
    private static List<int> Cut(ReadOnlySpan<byte> octets, SmsAlphabet alphabet, SmsConcatenation concatenation)
    {
        if (octets.Length <= SegmentLimits.Single(alphabet))
            return [octets.Length];
        var limit = SegmentLimits.Part(alphabet, concatenation);
        var ends = new List<int>(octets.Length / limit + 1);
        for (var at = 0; at < octets.Length; at = ends[^1])
        {
            var end = Math.Min(at + limit, octets.Length);
            if (end < octets.Length)
                end -= SplitBy(octets, end, alphabet);
            ends.Add(end);
        }
        return ends;
    }

    /// <summary>Octets to give to the next part so that no character is split at <paramref name="end"/>.</summary>
    private static int SplitBy(ReadOnlySpan<byte> octets, int end, SmsAlphabet alphabet) => alphabet switch
    {
        SmsAlphabet.Gsm7 when octets[end - 1] == Gsm7.Escape => 1,
        SmsAlphabet.Ucs2 when (octets[end - 2] & 0xFC) == 0xD8 => 2, // a high surrogate
        _ => 0,
    };

    private static ReadOnlyMemory<byte>[] Slices(byte[] octets, List<int> ends)
    {
        var parts = new ReadOnlyMemory<byte>[ends.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            parts[i] = octets.AsMemory(start, ends[i] - start);
        }
        return parts;
    }
}
