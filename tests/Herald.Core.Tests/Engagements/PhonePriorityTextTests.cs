using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Tests.Engagements;

public sealed class PhonePriorityTextTests
{
    [Theory]
    [InlineData(null, new[] { PhoneType.Mobile, PhoneType.Business, PhoneType.Home })]
    [InlineData(" ", new[] { PhoneType.Mobile, PhoneType.Business, PhoneType.Home })]
    [InlineData("HomePhone", new[] { PhoneType.Home })]
    [InlineData("businessphone, MobilePhone", new[] { PhoneType.Business, PhoneType.Mobile })]
    public void Types_come_in_their_order(string? text, PhoneType[] types) =>
        PhonePriorityText.Read(text).ShouldBeOfType<Reading<IReadOnlyList<PhoneType>>.Accepted>().Value.ShouldBe(types);

    [Theory]
    [InlineData("Fax")]
    [InlineData("MobilePhone,")]
    [InlineData("MobilePhone,MobilePhone")]
    public void Others_and_repetitions_are_refused(string text) =>
        PhonePriorityText.Read(text).ShouldBeOfType<Reading<IReadOnlyList<PhoneType>>.Refused>().Faults.ShouldHaveSingleItem();
}
