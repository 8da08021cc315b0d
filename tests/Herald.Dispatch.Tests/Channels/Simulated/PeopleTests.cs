using Herald.Core.Deliveries;
using Herald.Dispatch.Channels.Simulated;

namespace Herald.Dispatch.Tests.Channels.Simulated;

public class PeopleTests
{
    [Theory]
    [InlineData("+15550100", Channel.Voice, Person.Friendly)]
    [InlineData("+15550404", Channel.Voice, Person.Refused)]
    [InlineData("+15550486", Channel.Voice, Person.Refused)]
    [InlineData("+15550603", Channel.Voice, Person.Refused)]
    [InlineData("+15550408", Channel.Voice, Person.RingsOut)]
    [InlineData("+15550900", Channel.Voice, Person.Machine)]
    [InlineData("+15550911", Channel.Voice, Person.Fax)]
    [InlineData("+15550001", Channel.Voice, Person.Friendly)]
    [InlineData("+15550001", Channel.Sms, Person.Unreachable)]
    [InlineData("+15550002", Channel.Sms, Person.RepliesStop)]
    [InlineData("+15550003", Channel.Sms, Person.RepliesYes)]
    [InlineData("+15550004", Channel.Sms, Person.ThrottledOnce)]
    [InlineData("+15550404", Channel.Sms, Person.Friendly)]
    internal void The_last_four_digits_say_who_it_is(string number, Channel channel, Person person) => People.Of(number, channel).ShouldBe(person);
}
