using Herald.Sip.Speech;
using Herald.Sip.Tests.Lab;
using Herald.Sip.Tests.Progress;

namespace Herald.Sip.Tests.Speech;

public class EspeakSpeechTests(SpokenText spoken) : IClassFixture<SpokenText>
{
    [Fact]
    public async Task A_text_is_spoken_once_and_kept()
    {
        var before = Directory.GetFiles(spoken.Folder).Length;
        var both = await Task.WhenAll(spoken.SayAsync("One text."), spoken.SayAsync("One text."));
        var again = await spoken.SayAsync("One text.");
        Directory.GetFiles(spoken.Folder).Length.ShouldBe(before + 1);
        again.ShouldBe(both[0]);
        both[1].ShouldBe(both[0]);
        (both[0].Length / 8).ShouldBeInRange(400, 2_500);
        both[0].Max().ShouldBeGreaterThan((short)3_000);
    }

    [Fact]
    public async Task An_empty_text_is_no_sound() => (await spoken.SayAsync("  ")).ShouldBeEmpty();

    [Fact]
    public async Task A_text_like_an_option_is_text() => (await spoken.SayAsync("--version")).Length.ShouldBeGreaterThan(2_000);

    [Fact]
    public async Task A_missing_program_and_an_unknown_voice_are_told()
    {
        using var folder = new TempFolder();
        using var missing = new EspeakSpeech(new() { CacheDirectory = folder.Path, Program = "no-such-program" }, TimeProvider.System);
        (await Should.ThrowAsync<SpeechException>(async () => await missing.SayAsync("a", null, CancellationToken.None))).Message.ShouldContain("no-such-program");
        await Should.ThrowAsync<SpeechException>(() => spoken.SayAsync("a", "xx-nothing"));
        await Should.ThrowAsync<SpeechException>(() => spoken.SayAsync("a", "-x"));
    }

    [Fact]
    public void Resampling_keeps_a_tone_and_drops_what_a_telephone_cannot_carry()
    {
        var low = Enumerable.Range(0, 22_050).Select(i => (short)(8_000 * Math.Sin(2 * Math.PI * 1_000 * i / 22_050))).ToArray();
        var high = Enumerable.Range(0, 22_050).Select(i => (short)(8_000 * Math.Sin(2 * Math.PI * 6_000 * i / 22_050))).ToArray();
        var kept = Resampler.Convert(low, 22_050);
        kept.Length.ShouldBe(8_000);
        Ear.Coherence(kept.AsSpan(200, 7_000), 1_000).ShouldBeGreaterThan(0.99);
        Resampler.Convert(high, 22_050).AsSpan(200, 7_000).ToArray().Max(sample => Math.Abs((int)sample)).ShouldBeLessThan(200);
    }

    [Fact]
    public void The_cache_is_bounded_and_loses_its_oldest()
    {
        using var folder = new TempFolder();
        var cache = new SpeechCache(folder.Path, 8);
        for (var i = 0; i < 40; i++)
        {
            cache.Keep(i.ToString(System.Globalization.CultureInfo.InvariantCulture), [(short)i]);
            File.SetLastWriteTimeUtc(folder[i + ".wav"], DateTime.UnixEpoch.AddMinutes(i));
        }
        Directory.GetFiles(folder.Path).Length.ShouldBeInRange(4, 8);
        cache.Find("39").ShouldBe([39]);
        cache.Find("0").ShouldBeNull();
    }
}
