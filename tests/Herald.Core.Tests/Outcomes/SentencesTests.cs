using System.Reflection;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;

namespace Herald.Core.Tests.Outcomes;

public class SentencesTests
{
    [Fact]
    public void Every_reason_code_has_its_sentence()
    {
        var codes = typeof(ReasonCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        ReasonSentences.Table.Select(row => row.Code).ShouldBe(codes, ignoreOrder: true);
        ReasonSentences.Table.ShouldAllBe(row => row.WhileWaiting.Length + row.WhenEnded.Length > 0);
        ReasonSentences.Table.ShouldAllBe(row => row.Code.Length <= 50 && row.WhileWaiting.Length <= 500 && row.WhenEnded.Length <= 500);
    }

    [Fact]
    public void Every_result_has_its_sentence()
    {
        ResultSentences.Table.Select(row => row.Result).ShouldBe(Enum.GetValues<DeliveryResult>(), ignoreOrder: true);
        foreach (var (result, sentence) in ResultSentences.Table)
            ResultSentences.Of(result).ShouldBe(sentence);
    }

    [Fact]
    public void A_code_that_only_waits_or_only_ends_says_nothing_of_the_other()
    {
        ReasonSentences.WhileWaiting(ReasonCode.QuietHours).ShouldNotBeNull();
        ReasonSentences.WhenEnded(ReasonCode.QuietHours).ShouldNotBeNull();
        ReasonSentences.WhileWaiting(ReasonCode.OptedOut).ShouldBeNull();
        ReasonSentences.WhenEnded(ReasonCode.NotSent).ShouldBeNull();
        ReasonSentences.WhenEnded("sip_486").ShouldBeNull();
    }

    [Fact]
    public void All_sentences_are_sentences()
    {
        var all = ReasonSentences.Table.SelectMany(row => (string[])[row.WhileWaiting, row.WhenEnded]).Where(text => text.Length > 0)
            .Concat(ResultSentences.Table.Select(row => row.Sentence))
            .Concat(SipOutcomes.Table.Values.Select(parts => parts.Reason))
            .Concat(SmppReceipts.Table.Where(row => row.Outcome is not null).Select(row => row.Outcome!.Reason));
        foreach (var sentence in all)
            sentence.ShouldMatch("^[A-Z].*[^ ]\\.$");
    }
}
