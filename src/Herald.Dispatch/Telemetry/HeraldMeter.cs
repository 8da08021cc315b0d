using System.Diagnostics;
using System.Diagnostics.Metrics;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Dispatch.Telemetry;

/// <summary>The engine's instruments on meter <c>Herald</c>; spans on source <c>Herald</c>.</summary>
public sealed class HeraldMeter : IDisposable
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Herald";

    public static readonly ActivitySource Activities = new(Name);

    private readonly Meter meter = new(Name);
    private readonly Counter<long> accepted;
    private readonly Counter<long> started;
    private readonly Counter<long> ended;
    private readonly Histogram<double> delay;
    private readonly Counter<long> overdue;
    private readonly Counter<long> lateReceipts;
    private readonly Counter<long> lateAnswers;
    private readonly Counter<long> replies;
    private long ready;
    private long waiting;

    public HeraldMeter()
    {
        accepted = meter.CreateCounter<long>("herald.tasks.accepted", "{task}", "Tasks that became durable.");
        started = meter.CreateCounter<long>("herald.deliveries.started", "{delivery}", "Attempts whose row was written and handed to a channel.");
        ended = meter.CreateCounter<long>("herald.deliveries.ended", "{delivery}", "Attempts that ended, by result.");
        delay = meter.CreateHistogram<double>("herald.start.delay", "s", "From the moment an attempt could start (accepted and window open) to its start.");
        overdue = meter.CreateCounter<long>("herald.receipts.overdue", "{receipt}", "Messages whose receipt did not come in time: Unknown.");
        lateReceipts = meter.CreateCounter<long>("herald.receipts.late", "{receipt}", "Receipts after that time, which corrected their delivery.");
        lateAnswers = meter.CreateCounter<long>("herald.answers.late", "{answer}", "Answers to submits that had been given up, which corrected their delivery.");
        replies = meter.CreateCounter<long>("herald.replies", "{message}", "Messages from people that are no keywords: in_time, late, unasked.");
        meter.CreateObservableGauge("herald.deliveries.ready", () => Volatile.Read(ref ready), "{delivery}", "Ready rows.");
        meter.CreateObservableGauge("herald.deliveries.waiting", () => Volatile.Read(ref waiting), "{delivery}", "Waiting rows.");
    }

    internal void Accepted(Channel channel, int count) => accepted.Add(count, new KeyValuePair<string, object?>("channel", WordOf(channel)));

    internal void Started(Channel channel, int count) => started.Add(count, new KeyValuePair<string, object?>("channel", WordOf(channel)));

    internal void Ended(Channel channel, DeliveryResult result) =>
        ended.Add(1, new KeyValuePair<string, object?>("channel", WordOf(channel)), new KeyValuePair<string, object?>("result", result.ToString()));

    internal void Delay(Duration late) => delay.Record(Math.Max(0, late.TotalSeconds));

    internal void OverdueReceipts(int count) => overdue.Add(count);

    internal void LateReceipt() => lateReceipts.Add(1);

    internal void LateAnswer() => lateAnswers.Add(1);

    internal void Reply(string kind) => replies.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal void Depth(long readyRows, long waitingRows)
    {
        Volatile.Write(ref ready, readyRows);
        Volatile.Write(ref waiting, waitingRows);
    }

    public void Dispose() => meter.Dispose();

    private static string WordOf(Channel channel) => channel == Channel.Voice ? "voice" : "sms";
}
