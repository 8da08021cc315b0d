using System.Text;
using Herald.Core.Outcomes;
using Herald.Core.Tests.Deliveries;
using static Herald.Core.Tests.Deliveries.PrintedPage;

namespace Herald.Core.Tests.Outcomes;

public class OutcomesPageTests
{
    [Fact]
    public void The_page_shows_the_tables()
    {
        var page = new StringBuilder("""
            # What came of an attempt

            Printed from the tables of `Herald.Core/Outcomes` by a test; change a table, then run the tests with `HERALD_WRITE_DOCS=1`.

            ## Results


            """);
        Results(page);
        page.Append("\n## Why a delivery waits or how it ended (`hrld_reasoncode`)\n\n");
        Reasons(page);
        page.Append("\n## SIP: a call that was never answered\n\nAny other final code is CallFailed, its code kept. The network's own cause (Q.850), when given, is named in the sentence.\n\n");
        Sip(page);
        page.Append("\n## A call that was answered\n\n");
        Answered(page);
        page.Append("\n## SMPP: delivery receipts\n\n");
        Receipts(page);
        page.Append("\n## SMPP: answers to a submitted message\n\nAny other code is NotDelivered, its code kept.\n\n");
        Submits(page);
        page.Append("\n## Q.850 causes\n\n");
        page.Append(Row("cause", "name")).Append(Row("---", "---"));
        foreach (var (cause, name) in Q850.Names)
            page.Append(Row($"{cause}", name));
        ShouldBeAsCommitted("outcomes.md", page.ToString());
    }

    private static void Results(StringBuilder page)
    {
        page.Append(Row("result", "meaning")).Append(Row("---", "---"));
        foreach (var (result, sentence) in ResultSentences.Table)
            page.Append(Row($"{result}", sentence));
    }

    private static void Reasons(StringBuilder page)
    {
        page.Append(Row("code", "while it waits", "when it has ended")).Append(Row("---", "---", "---"));
        foreach (var (code, waiting, ended) in ReasonSentences.Table)
            page.Append(Row($"`{code}`", waiting, ended));
    }

    private static void Sip(StringBuilder page)
    {
        page.Append(Row("final code", "result", "whose doing", "reason code", "sentence")).Append(Row("---", "---", "---", "---", "---"));
        foreach (var (status, parts) in SipOutcomes.Table)
            page.Append(Row($"{status}", $"{parts.Result}{(parts.Declined ? " (declined)" : "")}", $"{parts.Blame}", $"`{parts.ReasonCode}`", parts.Reason));
        foreach (var (what, parts) in new[] { ("any, after our CANCEL at the ring limit", SipOutcomes.RingLimit), ("any, after our CANCEL at the set-up limit", SipOutcomes.SetupLimit), ("any, after our CANCEL at a stop", SipOutcomes.Stopped) })
            page.Append(Row(what, $"{parts.Result}", $"{parts.Blame}", $"`{parts.ReasonCode}`", parts.Reason));
    }

    private static void Answered(StringBuilder page)
    {
        page.Append(Row("when", "result", "whose doing", "reason code", "sentence")).Append(Row("---", "---", "---", "---", "---"));
        foreach (var (when, parts) in AnsweredCalls.Table)
            page.Append(Row(when, when == "as above, and" ? "as above" : $"{parts.Result}", $"{parts.Blame}", $"`{parts.ReasonCode}`", parts.Reason));
    }

    private static void Receipts(StringBuilder page)
    {
        page.Append(Row("message_state", "stat", "result", "whose doing", "reason code", "sentence")).Append(Row("---", "---", "---", "---", "---", "---"));
        foreach (var (state, word, parts) in SmppReceipts.Table)
        {
            page.Append(parts is null
                ? Row($"{state}", word, "not final", "", "", "")
                : Row($"{state}", word, $"{parts.Result}", $"{parts.Blame}", $"`{parts.ReasonCode}`", parts.Reason));
        }
    }

    private static void Submits(StringBuilder page)
    {
        page.Append(Row("command_status", "name", "meaning", "whose doing", "sentence")).Append(Row("---", "---", "---", "---", "---"));
        foreach (var (status, name, answer) in SmppSubmits.Table)
        {
            page.Append(answer switch
            {
                SubmitAnswer.NotSent not => Row($"0x{status:X2}", name, not.Throttled ? "not sent, throttled" : "not sent, no usable bind", "", not.Reason),
                SubmitAnswer.Refused refused => Row($"0x{status:X2}", name, $"{refused.Outcome.Result}", $"{refused.Outcome.Blame}", refused.Outcome.Reason),
                _ => Row($"0x{status:X2}", name, "sent", "", ""),
            });
        }
    }
}
