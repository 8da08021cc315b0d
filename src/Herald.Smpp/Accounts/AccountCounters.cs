using System.Diagnostics.Metrics;

namespace Herald.Smpp.Accounts;

/// <summary>Counts since the account was made, and the same as metrics of the meter "Herald.Smpp", tagged with the account's name.</summary>
internal sealed class AccountCounters(string account)
{
    private static readonly Meter Meter = new("Herald.Smpp");
    private static readonly Counter<long> Submits = Meter.CreateCounter<long>("herald.smpp.submits", "{submit_sm}", "submit_sm by fate");
    private static readonly Counter<long> Arrivals = Meter.CreateCounter<long>("herald.smpp.arrivals", "{message}", "Receipts and messages handled, by kind");
    private static readonly Counter<long> LateAnswers = Meter.CreateCounter<long>("herald.smpp.late_answers", "{submit_sm_resp}", "Answers after the response timeout");
    private static readonly Histogram<double> AnswerTime = Meter.CreateHistogram<double>("herald.smpp.answer.duration", "s", "submit_sm to its answer");

    private readonly KeyValuePair<string, object?> tag = new("account", account);
    private readonly long[] fates = new long[Enum.GetValues<PartFateKind>().Length];
    private long receipts;
    private long messages;
    private long handlerFailures;

    public long Receipts => Interlocked.Read(ref receipts);

    public long Messages => Interlocked.Read(ref messages);

    public long HandlerFailures => Interlocked.Read(ref handlerFailures);

    public long this[PartFateKind kind] => Interlocked.Read(ref fates[(int)kind]);

    public void Count(PartFate fate, TimeSpan took)
    {
        Interlocked.Increment(ref fates[(int)fate.Kind]);
        if (Submits.Enabled)
            Submits.Add(1, tag, new("fate", fate.Kind.ToString()));
        if (fate.Kind is PartFateKind.Accepted)
            AnswerTime.Record(took.TotalSeconds, tag);
    }

    public void Receipt()
    {
        Interlocked.Increment(ref receipts);
        Arrivals.Add(1, tag, new("kind", "receipt"));
    }

    public void Message()
    {
        Interlocked.Increment(ref messages);
        Arrivals.Add(1, tag, new("kind", "message"));
    }

    public void HandlerFailed()
    {
        Interlocked.Increment(ref handlerFailures);
        Arrivals.Add(1, tag, new("kind", "failed"));
    }

    public void LateAnswer() => LateAnswers.Add(1, tag);
}
