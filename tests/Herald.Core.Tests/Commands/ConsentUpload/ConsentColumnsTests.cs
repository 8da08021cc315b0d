using Herald.Core.Commands;
using Herald.Core.Commands.ConsentUpload;
using Herald.Core.Deliveries;

namespace Herald.Core.Tests.Commands.ConsentUpload;

public sealed class ConsentColumnsTests
{
    [Fact]
    public void Bare_numbers_are_opted_out_of_both_channels()
    {
        var line = Line("\uFEFFnumber", "+1 555 0100");
        line.ShouldBeAccepted().Number.ShouldBe("+15550100");
        line.ShouldBeAccepted().OptedOut.ShouldBeTrue();
        line.ShouldBeAccepted().Channels.ShouldBe([Channel.Voice, Channel.Sms]);
    }

    [Theory]
    [InlineData("voice", "opted in", Channel.Voice, false)]
    [InlineData("534120001", "534120002", Channel.Sms, true)]
    [InlineData("Text Message", "", Channel.Sms, true)]
    public void Channel_and_consent_are_read_in_words_and_in_the_numbers_of_the_table(string channel, string consent, Channel expected, bool optedOut)
    {
        var line = Line("PhoneNumber,msdynmkt_contactpointtype,Consent", $"+15550100,{channel},{consent}").ShouldBeAccepted();
        line.Channels.ShouldBe([expected]);
        line.OptedOut.ShouldBe(optedOut);
    }

    [Fact]
    public void Every_fault_of_a_line_names_its_column() =>
        Line("PhoneNumber,Channel,Consent", "12,mail,perhaps").ShouldBeRefused().Select(fault => fault.Target).ShouldBe(["PhoneNumber", "Channel", "Consent"]);

    [Fact]
    public void A_line_without_number_or_with_a_value_too_many_is_refused()
    {
        Line("PhoneNumber,Channel", ",Voice").ShouldHaveOneFault("0x80040203", "PhoneNumber");
        Line("PhoneNumber", "+15550100,Voice").ShouldHaveOneFault("0x80048d19", "$");
    }

    [Fact]
    public void A_header_must_have_the_number_and_may_not_have_what_nobody_reads()
    {
        ConsentColumns.Read(["Channel"]).ShouldHaveOneFault("0x80040203", "PhoneNumber");
        ConsentColumns.Read(["PhoneNumber", "Chanel"]).ShouldHaveOneFault("0x80048d19", "Chanel");
        ConsentColumns.Read(["PhoneNumber", "Number"]).ShouldHaveOneFault("0x80048d19", "Number");
    }

    private static Reading<ConsentLine> Line(string header, string line) => ConsentColumns.Read(header.Split(',')).ShouldBeAccepted().ReadLine(line.Split(','));
}
