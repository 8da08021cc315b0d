using CsCheck;
using Herald.Smpp.Inbound;

namespace Herald.Smpp.Tests.Inbound;

public class MessageIdKeyTests
{
    [Fact]
    public void A_number_has_one_key_in_hexadecimal_and_in_decimal() =>
        Gen.Select(Gen.OneOf(Gen.ULong, Gen.ULong[0, 20], Gen.ULong[long.MaxValue - 2, long.MaxValue + 2UL]), Gen.Int[0, 24], Gen.Bool).Sample((n, width, lower) =>
        {
            var hex = n.ToString(lower ? "x" : "X", System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0');
            var dec = n.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0');
            MessageIdKey.Of(hex, MessageIdForm.Hexadecimal).ShouldBe(MessageIdKey.Of(dec, MessageIdForm.Decimal));
        });

    [Theory]
    [InlineData("0000001A", MessageIdForm.Opaque, "1A")]
    [InlineData(" 0000001a ", MessageIdForm.Opaque, "1A")]
    [InlineData("0000", MessageIdForm.Opaque, "0")]
    [InlineData("", MessageIdForm.Hexadecimal, "")]
    [InlineData("f81d4fae-7dec", MessageIdForm.Hexadecimal, "F81D4FAE-7DEC")] // no number: taken as a name
    [InlineData("FFFFFFFF", MessageIdForm.Hexadecimal, "4294967295")]
    [InlineData("0000000026", MessageIdForm.Decimal, "26")]
    public void Ids_have_the_key_of_their_form(string id, MessageIdForm form, string key) => MessageIdKey.Of(id, form).ShouldBe(key);
}
