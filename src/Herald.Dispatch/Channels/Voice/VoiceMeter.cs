using System.Diagnostics.Metrics;
using Herald.Core.Outcomes;
using Herald.Dispatch.Telemetry;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>A voice channel's instruments on meter <c>Herald</c>, tagged with its name.</summary>
internal sealed class VoiceMeter : IDisposable
{
    private readonly Meter meter = new(HeraldMeter.Name);
    private readonly KeyValuePair<string, object?> name;
    private readonly Counter<long> started;
    private readonly Counter<long> ended;
    private readonly Counter<long> received;
    private readonly Counter<long> lost;
    private readonly Histogram<double> postDial;
    private readonly Histogram<double> verdicts;
    private long packets;
    private long missing;

    /// <param name="calls">Calls up or on their way, both directions.</param>
    /// <param name="trunks">Trunks up.</param>
    public VoiceMeter(string channel, Func<int> calls, Func<int> trunks, TimeProvider time)
    {
        name = new("channel", channel);
        Rates = new CallRates(time);
        started = meter.CreateCounter<long>("herald.voice.started", "{call}", "Calls handed to a trunk.");
        ended = meter.CreateCounter<long>("herald.voice.ended", "{call}", "Calls over, by how they ended.");
        postDial = meter.CreateHistogram<double>("herald.voice.post_dial_delay", "s", "From the INVITE to the first ringing or the answer.");
        verdicts = meter.CreateHistogram<double>("herald.voice.verdict.delay", "s", "From the first sound listened to until the verdict, by verdict.");
        received = meter.CreateCounter<long>("herald.voice.rtp.received", "{packet}", "Audio packets received.");
        lost = meter.CreateCounter<long>("herald.voice.rtp.lost", "{packet}", "Audio packets expected and never received.");
        meter.CreateObservableGauge("herald.voice.calls", () => new Measurement<int>(calls(), name), "{call}", "Calls up or on their way.");
        meter.CreateObservableGauge("herald.voice.trunks.up", () => new Measurement<int>(trunks(), name), "{trunk}", "Trunks that take calls.");
        meter.CreateObservableGauge("herald.voice.cps", () => new Measurement<double>(Rates.PerSecond, name), "{call}/s", "Calls started a second, over the last ten.");
        meter.CreateObservableGauge("herald.voice.answer_seizure_ratio", AnswerRatio, "1", "Answered part of the calls that ended within five minutes.");
    }

    public CallRates Rates { get; }

    /// <summary>Of the packets expected so far, 0..1.</summary>
    public double Loss => Volatile.Read(ref packets) + Volatile.Read(ref missing) is > 0 and var all ? Volatile.Read(ref missing) / (double)all : 0;

    public void Started()
    {
        started.Add(1, name);
        Rates.Started();
    }

    public void Verdict(LineVerdict verdict, TimeSpan after, bool early) =>
        verdicts.Record(after.TotalSeconds, name, new("verdict", verdict.ToString()), new("early", early));

    /// <summary>An outbound call is over.</summary>
    public void Ended(CallEnd end)
    {
        ended.Add(1, name, new("end", end.Kind.ToString()));
        Heard(end);
        if (end.Kind == CallEndKind.NothingLeft)
            return;
        Rates.Over(end.Times.Answered is not null);
        if (end.Times.PostDialDelay is { } delay)
            postDial.Record(delay.TotalSeconds, name);
    }

    /// <summary>Media of any call that is over.</summary>
    public void Heard(CallEnd end)
    {
        received.Add(end.Media.Received, name);
        lost.Add(end.Media.Lost, name);
        Interlocked.Add(ref packets, end.Media.Received);
        Interlocked.Add(ref missing, end.Media.Lost);
    }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> AnswerRatio() => Rates.AnswerRatio is { } ratio ? [new Measurement<double>(ratio, name)] : [];
}
