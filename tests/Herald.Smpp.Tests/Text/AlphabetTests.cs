using Herald.Smpp.Text;

namespace Herald.Smpp.Tests.Text;

public class AlphabetTests
{
    // 3GPP TS 23.038 §6.2.1, a code from every column and each of the extension.
    [Theory]
    [InlineData("@", "00")]
    [InlineData("_", "11")]
    [InlineData("Δ", "10")]
    [InlineData("Ξ", "1A")]
    [InlineData("É", "1F")]
    [InlineData(" ", "20")]
    [InlineData("¤", "24")]
    [InlineData("¡", "40")]
    [InlineData("A", "41")]
    [InlineData("Ä", "5B")]
    [InlineData("§", "5F")]
    [InlineData("¿", "60")]
    [InlineData("z", "7A")]
    [InlineData("à", "7F")]
    [InlineData("\n\r", "0A0D")]
    [InlineData("\f^{}\\[~]|€", "1B0A1B141B281B291B2F1B3C1B3D1B3E1B401B65")]
    public void Characters_have_the_codes_of_the_standard(string text, string hex)
    {
        Gsm7.TryEncode(text, out var septets).ShouldBeTrue();
        Convert.ToHexString(septets).ShouldBe(hex);
        Gsm7.Decode(septets).ShouldBe(text);
    }

    [Theory]
    [InlineData("ç")]
    [InlineData("`")]
    [InlineData("\u001B")]
    [InlineData("漢")]
    [InlineData("\u00A0")]
    public void Characters_outside_the_alphabet_are_not_encoded(string text) => Gsm7.TryEncode(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1B41", "A")] // unknown extension: the character of the main table
    [InlineData("1B1B", " ")]
    [InlineData("411B", "A")]
    [InlineData("80FF", "\uFFFD\uFFFD")]
    public void Odd_septets_decode_as_the_standard_says(string hex, string text) => Gsm7.Decode(Convert.FromHexString(hex)).ShouldBe(text);

    [Theory]
    [InlineData(0x00, "00", "@")]
    [InlineData(0x01, "40", "@")]
    [InlineData(0x03, "E9", "é")]
    [InlineData(0x06, "BF", "П")]
    [InlineData(0x07, "E0", "א")]
    [InlineData(0x08, "D83DDE00", "😀")]
    [InlineData(0x08, "004100", "A")]
    [InlineData(0x04, "00", null)]
    [InlineData(0x02, "00", null)]
    [InlineData(0x18, "0041", "A")]
    [InlineData(0x11, "00", "@")]
    [InlineData(0xC8, "00", "@")]
    [InlineData(0xE0, "0041", "A")]
    [InlineData(0xF0, "00", "@")]
    [InlineData(0xF5, "00", null)]
    public void Data_coding_decides_how_octets_are_read(int coding, string hex, string? text) =>
        TextDecoder.Decode((byte)coding, Convert.FromHexString(hex), SmsAlphabet.Gsm7).ShouldBe(text);

    [Theory]
    [InlineData("0500032A0201", 6, false, 0x2A, 2, 1)]
    [InlineData("06080412340302", 7, true, 0x1234, 3, 2)]
    [InlineData("0B05040B8423F0000307030141", 12, false, 7, 3, 1)] // ports before the concatenation
    [InlineData("0500032A0203", 6, false, 0, 0, 0)] // part 3 of 2
    [InlineData("0500032A0200", 6, false, 0, 0, 0)] // part 0
    [InlineData("0500092A0201", 6, false, 0, 0, 0)] // an element longer than the header
    [InlineData("FF00032A0201", 0, false, 0, 0, 0)] // a header longer than the message
    [InlineData("", 0, false, 0, 0, 0)]
    public void A_user_data_header_is_read_as_far_as_it_makes_sense(string hex, int length, bool wide, int reference, int total, int number) =>
        UserDataHeader.Read(Convert.FromHexString(hex)).ShouldBe(new UserDataHeader(length, wide, (ushort)reference, (byte)total, (byte)number));
}
