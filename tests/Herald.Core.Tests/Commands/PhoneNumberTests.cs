using CsCheck;
using Herald.Core.Commands.Contacts;

namespace Herald.Core.Tests.Commands;

public class PhoneNumberTests
{
    private static readonly Gen<string> Digits = Gen.Select(Gen.Char['1', '9'], Gen.Char['0', '9'].Array[6, 14], (first, rest) => $"+{first}{new string(rest)}");

    [Fact]
    public void Every_number_of_7_to_15_digits_is_kept() => Digits.Sample(number => PhoneNumber.Read(number) == number);

    [Fact]
    public void Blanks_dots_dashes_and_parentheses_are_stripped_wherever_they_stand() =>
        Gen.Select(Digits, Gen.Char[" .-()"].Array[0, 10], Gen.Int[0, 1000]).Sample((number, noise, seed) =>
        {
            var written = noise.Aggregate(number, (text, c) => text.Insert((seed + (c * 31)) % (text.Length + 1), c.ToString()));
            return PhoneNumber.Read(written) == number;
        });

    [Fact]
    public void One_character_that_does_not_belong_spoils_the_number() =>
        Gen.Select(Digits, Gen.Char["/,;:#*xA+٣０\u00a0\u2010\t\n\0"], Gen.Int[0, 15]).Sample((number, c, at) =>
            PhoneNumber.Read(number.Insert(Math.Min(at, number.Length), c.ToString())) is null);

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("()- .")]
    [InlineData("+123456")]
    [InlineData("+1234567890123456")]
    [InlineData("+0123456789")]
    [InlineData("15550100")]
    [InlineData("0015550100")]
    [InlineData("tel:+15550100")]
    public void Other_shapes_are_no_number(string text) => PhoneNumber.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("+1234567", "+1234567")]
    [InlineData("+123456789012345", "+123456789012345")]
    [InlineData("(+1) 555-01.00", "+15550100")]
    public void The_shortest_the_longest_and_a_decorated_one(string text, string number) => PhoneNumber.Read(text).ShouldBe(number);
}
