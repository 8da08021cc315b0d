using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Herald.Dispatch.Telemetry;

namespace Herald.Dispatch.Tests.Channels.Voice;

public sealed class VoiceMeterTests
{
    [Fact]
    public async Task A_call_is_counted_and_the_channel_tells_how_it_stands()
    {
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, hearing) =>
            {
                if (instrument.Meter.Name == HeraldMeter.Name && instrument.Name.StartsWith("herald.voice.", StringComparison.Ordinal))
                    hearing.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();

        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, TestAgents.Saying("Your parcel is here."), null, engagement);
        await rig.CallAsync(engagement, Phone.Number);
        listener.RecordObservableInstruments();

        seen["herald.voice.started"].ShouldBeGreaterThanOrEqualTo(1);
        seen["herald.voice.ended"].ShouldBeGreaterThanOrEqualTo(1);
        seen["herald.voice.post_dial_delay"].ShouldBeGreaterThan(0);
        seen["herald.voice.verdict.delay"].ShouldBeGreaterThan(0.5);
        seen["herald.voice.rtp.received"].ShouldBeGreaterThan(20);
        seen["herald.voice.trunks.up"].ShouldBeGreaterThanOrEqualTo(1);
        seen["herald.voice.answer_seizure_ratio"].ShouldBeGreaterThan(0);
        seen.Keys.ShouldContain("herald.voice.calls");
        seen.Keys.ShouldContain("herald.voice.cps");
        rig.Channel.Status.Detail!.ShouldStartWith("1 of 1 trunks up, ");
        rig.Channel.Status.Detail!.ShouldContain("100 % answered");

        // Other channels of the run have the name too: sums, not counts.
        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags)
                if (tag is { Key: "channel", Value: "acme" })
                    seen.AddOrUpdate(instrument.Name, value, (_, before) => before + value);
        }
    }
}
