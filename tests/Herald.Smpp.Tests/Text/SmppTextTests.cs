using CsCheck;
using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Text;

public class SmppTextTests
{
    private static readonly SmppTextRules Gsm = new();

    // Characters of one and two septets, beyond the GSM alphabet, of two UTF-16 units, and half of one.
    private static readonly Gen<string> Texts = Gen.Select(
        Any.Of("a", "a€", "a€[", "aä", "aé漢", "a😀", "a漢😀", "a\uD83D", "€", "😀"), Gen.Int[0, 700], Gen.UInt,
        (letters, length, seed) => Mix(letters, length, seed));

    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("€", 152, 2)] // 76 to a part: the 153rd septet would split one
    [InlineData("€", 153, 3)]
    [InlineData("漢", 70, 1)]
    [InlineData("漢", 71, 2)]
    [InlineData("漢", 134, 2)]
    [InlineData("漢", 135, 3)]
    [InlineData("😀", 35, 1)]
    [InlineData("😀", 36, 2)]
    [InlineData("😀", 66, 2)] // 33 to a part: the 67th unit would split one
    [InlineData("😀", 67, 3)]
    public void Segments_are_counted_by_septets_and_units(string letter, int times, int segments) =>
        SmppText.SegmentCount(string.Concat(Enumerable.Repeat(letter, times)), Gsm).ShouldBe(segments);

    [Theory]
    [InlineData(SmsConcatenation.Udh8, 153, 67)]
    [InlineData(SmsConcatenation.Udh16, 152, 66)]
    [InlineData(SmsConcatenation.Sar, 153, 67)]
    [InlineData(SmsConcatenation.Payload, 153, 67)]
    public void Part_sizes_follow_the_way_of_concatenation(SmsConcatenation concatenation, int septets, int units)
    {
        var rules = Gsm with { Concatenation = concatenation };
        SmppText.SegmentCount(new string('a', 3 * septets), rules).ShouldBe(3);
        SmppText.SegmentCount(new string('a', 3 * septets + 1), rules).ShouldBe(4);
        SmppText.SegmentCount(new string('漢', 3 * units), rules).ShouldBe(3);
        SmppText.SegmentCount(new string('漢', 3 * units + 1), rules).ShouldBe(4);
    }

    [Fact]
    public void The_empty_text_is_one_segment() => SmppText.Segment("", Gsm).ShouldSatisfyAllConditions(
        text => text.SegmentCount.ShouldBe(1),
        text => text.Parts.ShouldHaveSingleItem().Length.ShouldBe(0));

    [Fact]
    public void A_payload_is_one_part_of_several_segments()
    {
        var text = SmppText.Segment(new string('a', 500), Gsm with { Concatenation = SmsConcatenation.Payload });
        text.Parts.ShouldHaveSingleItem().Length.ShouldBe(500);
        text.SegmentCount.ShouldBe(4);
    }

    [Fact]
    public void Parts_joined_are_the_text_and_each_is_as_long_as_it_can_be()
    {
        Gen.Select(Texts, Gen.Enum<SmsConcatenation>(), Gen.Bool, Gen.Bool).Sample((text, concatenation, latin1Default, allowLatin1) =>
        {
            var rules = new SmppTextRules
            {
                Concatenation = concatenation,
                AllowLatin1 = allowLatin1,
                DefaultAlphabet = latin1Default ? SmsAlphabet.Latin1 : SmsAlphabet.Gsm7,
            };
            var segmented = SmppText.Segment(text, rules);
            var decoded = segmented.Parts.Select(part => TextDecoder.Decode(segmented.DataCoding, part.Span, rules.DefaultAlphabet)!).ToList();
            string.Concat(decoded).ShouldBe(WithoutLoneSurrogates(text));
            if (concatenation == SmsConcatenation.Payload)
                return;

            segmented.Parts.Count.ShouldBe(segmented.SegmentCount);
            var limit = segmented.Parts.Count == 1 ? SegmentLimits.Single(segmented.Alphabet) : SegmentLimits.Part(segmented.Alphabet, concatenation);
            for (var i = 0; i < segmented.Parts.Count; i++)
            {
                segmented.Parts[i].Length.ShouldBeLessThanOrEqualTo(limit);
                if (i > 0)
                    (segmented.Parts[i - 1].Length + FirstCharacter(segmented, i)).ShouldBeGreaterThan(limit);
            }
        }, iter: 2_000);
    }

    [Theory]
    [InlineData("plain", false, false, SmsAlphabet.Gsm7, 0)]
    [InlineData("[€]", false, false, SmsAlphabet.Gsm7, 0)]
    [InlineData("ça", false, false, SmsAlphabet.Ucs2, 8)] // Ç is in the GSM alphabet, ç is not
    [InlineData("ça", false, true, SmsAlphabet.Latin1, 3)]
    [InlineData("ça", true, false, SmsAlphabet.Latin1, 0)]
    [InlineData("€", true, true, SmsAlphabet.Ucs2, 8)]
    [InlineData("漢", true, true, SmsAlphabet.Ucs2, 8)]
    public void The_alphabet_is_the_narrowest_the_account_allows(string text, bool latin1Default, bool allowLatin1, SmsAlphabet alphabet, int coding)
    {
        var rules = new SmppTextRules { AllowLatin1 = allowLatin1, DefaultAlphabet = latin1Default ? SmsAlphabet.Latin1 : SmsAlphabet.Gsm7 };
        var segmented = SmppText.Segment(text, rules);
        segmented.Alphabet.ShouldBe(alphabet);
        segmented.DataCoding.ShouldBe((byte)coding);
    }

    private static int FirstCharacter(SegmentedText text, int part)
    {
        var octets = text.Parts[part].Span;
        return text.Alphabet switch
        {
            SmsAlphabet.Gsm7 => octets[0] == Gsm7.Escape ? 2 : 1,
            SmsAlphabet.Latin1 => 1,
            _ => (octets[0] & 0xFC) == 0xD8 ? 4 : 2,
        };
    }

    private static string Mix(string letters, int length, uint seed)
    {
        var runes = new List<string>();
        for (var i = 0; i < letters.Length; i++)
            runes.Add(char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length ? letters.Substring(i++, 2) : letters[i].ToString());
        var state = seed | 1;
        return string.Concat(Enumerable.Range(0, length).Select(_ => runes[(int)((state = state * 1664525 + 1013904223) >> 16) % runes.Count]));
    }

    private static string WithoutLoneSurrogates(string text) => System.Text.Encoding.Unicode.GetString(System.Text.Encoding.Unicode.GetBytes(text));
}
