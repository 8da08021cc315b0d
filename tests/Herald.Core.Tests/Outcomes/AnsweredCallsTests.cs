using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;

namespace Herald.Core.Tests.Outcomes;

public class AnsweredCallsTests
{
    [Theory]
    [InlineData(LineVerdict.Person, false, DeliveryResult.LiveAnswer)]
    [InlineData(LineVerdict.Silence, true, DeliveryResult.LiveAnswer)]
    [InlineData(LineVerdict.None, true, DeliveryResult.LiveAnswer)]
    [InlineData(LineVerdict.Machine, true, DeliveryResult.LiveAnswer)]
    [InlineData(LineVerdict.Silence, false, DeliveryResult.Undetermined)]
    [InlineData(LineVerdict.Undecided, false, DeliveryResult.Undetermined)]
    [InlineData(LineVerdict.None, false, DeliveryResult.Undetermined)]
    [InlineData(LineVerdict.Fax, false, DeliveryResult.NotAHandset)]
    [InlineData(LineVerdict.SpecialTones, false, DeliveryResult.NotAHandset)]
    [InlineData(LineVerdict.BusyTone, false, DeliveryResult.NotAHandset)]
    public void A_talk_is_live_when_somebody_spoke_or_pressed_a_key(LineVerdict verdict, bool key, DeliveryResult result) =>
        AnsweredCalls.Of(new(verdict, key, TalkEnd.Over)).Result.ShouldBe(result);

    [Theory]
    [InlineData(MachineEnd.AgentSpoke, DeliveryResult.AnsweringMachine)]
    [InlineData(MachineEnd.MessageLeft, DeliveryResult.AnsweringMachine)]
    [InlineData(MachineEnd.MessageCut, DeliveryResult.AnsweringMachine)]
    [InlineData(MachineEnd.HungUp, DeliveryResult.AnsweringMachineHangup)]
    public void A_machine_is_told_by_what_was_done_with_it(MachineEnd end, DeliveryResult result) =>
        AnsweredCalls.Of(new(LineVerdict.Machine, false, TalkEnd.Over, end)).Result.ShouldBe(result);

    [Fact]
    public void What_happens_beside_the_talk_changes_the_code_and_not_the_result() =>
        Gen.Select(Gen.Enum<LineVerdict>(), Gen.Bool, Gen.Enum<TalkEnd>(), Gen.Enum<MachineEnd>()).Sample((verdict, key, talk, machine) =>
        {
            var parts = AnsweredCalls.Of(new(verdict, key, talk, machine));
            if (talk is TalkEnd.Failed or TalkEnd.NoMedia)
                parts.Result.ShouldBe(DeliveryResult.BotFailed);
            else
                parts.Result.ShouldBe(AnsweredCalls.Of(new(verdict, key, TalkEnd.Over, machine)).Result);
        });

    [Fact]
    public void An_opt_out_on_the_call_is_told()
    {
        var parts = AnsweredCalls.Of(new(LineVerdict.Silence, true, TalkEnd.OptedOut));
        (parts.Result, parts.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "opted_out_on_call"));
    }

    [Fact]
    public void A_failure_says_why_within_its_column()
    {
        AnsweredCalls.Of(new(LineVerdict.Person, true, TalkEnd.Failed, Failure: "There is no agent of that name.")).Reason.ShouldEndWith("There is no agent of that name.");
        AnsweredCalls.Of(new(LineVerdict.Person, true, TalkEnd.Failed, Failure: new string('x', 2_000))).Reason.Length.ShouldBe(500);
    }

    [Fact]
    public void Before_the_answer_only_tones_mean_something()
    {
        AnsweredCalls.BeforeAnswer(LineVerdict.BusyTone)!.Result.ShouldBe(DeliveryResult.Busy);
        AnsweredCalls.BeforeAnswer(LineVerdict.SpecialTones)!.Result.ShouldBe(DeliveryResult.NotAHandset);
        AnsweredCalls.BeforeAnswer(LineVerdict.Fax)!.Result.ShouldBe(DeliveryResult.NotAHandset);
        AnsweredCalls.BeforeAnswer(LineVerdict.Person).ShouldBeNull();
        AnsweredCalls.BeforeAnswer(LineVerdict.None).ShouldBeNull();
    }

    [Fact]
    public void Every_row_fits_its_columns() =>
        AnsweredCalls.Table.ShouldAllBe(row => row.Parts.ReasonCode.Length <= 50 && row.Parts.Reason.Length <= 500 && row.Parts.Reason.EndsWith('.'));
}
