using CsCheck;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Accounts;

public class RulesTests
{
    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData("+15550001", SenderKind.LongCode)]
    [InlineData("15550001", SenderKind.LongCode)]
    [InlineData("555000", SenderKind.ShortCode)]
    [InlineData("555", SenderKind.ShortCode)]
    [InlineData("+555", SenderKind.LongCode)]
    [InlineData("Herald", SenderKind.Alphanumeric)]
    [InlineData("0800-HELP", SenderKind.Alphanumeric)]
    public void A_sender_is_told_from_its_form(string sender, SenderKind kind) => Addresses.KindOf(sender).ShouldBe(kind);

    [Theory]
    [InlineData("+15550001", SenderKind.LongCode, 1, 1, "15550001")]
    [InlineData("555000", SenderKind.ShortCode, 6, 9, "555000")]
    [InlineData("Herald Info", SenderKind.Alphanumeric, 5, 0, "Herald Info")]
    [InlineData("Herald Infos", SenderKind.Alphanumeric, -1, 0, "")]
    [InlineData("Hérald", SenderKind.Alphanumeric, -1, 0, "")]
    [InlineData("", SenderKind.Alphanumeric, -1, 0, "")]
    [InlineData("12a", SenderKind.LongCode, -1, 0, "")]
    [InlineData("123456789012345678901", SenderKind.LongCode, -1, 0, "")]
    public void A_sender_has_the_numbering_of_its_kind(string sender, SenderKind kind, int ton, int npi, string wire)
    {
        var address = Addresses.Source(sender, kind, new SmppAccountOptions { ShortCodeTon = 6, ShortCodeNpi = 9 });
        address.ShouldBe(ton < 0 ? null : new WireAddress((TypeOfNumber)ton, (NumberingPlan)npi, wire));
    }

    [Fact]
    public void Over_any_time_no_more_is_sent_than_the_rate_and_one_burst() =>
        Gen.Select(Any.Of(0.5, 1, 7, 100), Gen.Int[0, 1000], Gen.Select(Gen.Int[0, 2_000], Gen.Int[1, 4]).Array[1, 60]).Sample((rate, burst, steps) =>
        {
            var bucket = new TokenBucket(rate, TimeSpan.FromMilliseconds(burst), 0);
            var sent = new List<double>();
            var now = 0L;
            foreach (var (pause, segments) in steps)
            {
                now += pause * TimeSpan.TicksPerMillisecond;
                if (bucket.Available(now) < 1)
                    continue;
                for (var i = 1; i <= segments; i++)
                    sent.Add((double)now / TimeSpan.TicksPerSecond + bucket.DueIn(i, now).TotalSeconds);
                bucket.Take(segments);
            }
            // The n segments from a to b: at most the burst, and the rate times the time between.
            var most = Math.Max(1, rate * burst / 1000);
            sent.ShouldBeInOrder();
            for (var a = 0; a < sent.Count; a++)
            {
                for (var b = a; b < sent.Count; b++)
                    (b - a + 1).ShouldBeLessThanOrEqualTo((int)Math.Floor(most + rate * (sent[b] - sent[a]) + 0.001) + 0);
            }
        }, iter: 2_000);

    [Fact]
    public void Account_and_sender_rates_both_bind()
    {
        var rates = new RateLimit(new SmppAccountOptions { SegmentsPerSecond = 10, SenderSegmentsPerSecond = 1, RateBurst = TimeSpan.FromSeconds(1) }, time);
        rates.Available(null).ShouldBe(10);
        rates.Available("a").ShouldBe(1);
        rates.TryTake("a", 1, out _).ShouldBeTrue();
        rates.TryTake("a", 1, out _).ShouldBeFalse();
        rates.TryTake("b", 3, out var due).ShouldBeTrue();
        due.ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        rates.Available(null).ShouldBe(6);
        rates.GiveBack("b", 3);
        rates.TryTake("b", 1, out _).ShouldBeTrue();
        for (var i = 0; i < 8; i++)
            rates.TryTake($"other {i}", 1, out _).ShouldBeTrue();
        rates.TryTake("one too many", 1, out _).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        rates.TryTake("a", 1, out _).ShouldBeTrue();
    }

    [Fact]
    public void Each_throttle_after_a_pause_doubles_the_next_until_something_is_accepted()
    {
        var gate = new ThrottleGate(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), time);
        double[] pauses = [1, 2, 4, 5, 5];
        foreach (var pause in pauses)
        {
            gate.IsOpen.ShouldBeTrue();
            gate.Throttled(0x58);
            gate.Throttled(0x58); // the rest of the window says the same
            gate.OpensIn.ShouldBe(TimeSpan.FromSeconds(pause));
            gate.Accepted(); // of the same window: no sign that there is room again
            time.Advance(TimeSpan.FromSeconds(pause));
        }
        gate.Accepted();
        gate.Throttled(0x58);
        gate.OpensIn.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Reconnects_wait_longer_each_time_within_bounds() =>
        Gen.Select(Gen.Int[1, 2_000], Gen.Double[0, 0.999]).Sample((failures, chance) =>
        {
            var wait = Backoff.Wait(failures, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), chance);
            var full = Math.Min(60, Math.Pow(2, failures - 1));
            wait.TotalSeconds.ShouldBeInRange(full / 2 - 0.001, full + 0.001);
        });

    [Fact]
    public void The_outcome_of_several_parts_is_defined_for_every_combination()
    {
        var others = Enum.GetValues<PartFateKind>();
        foreach (var second in others)
        {
            foreach (var third in others)
            {
                var outcome = PartFate.Sum([Fate(PartFateKind.Accepted), Fate(second), Fate(third)], new());
                PartFateKind[] both = [second, third];
                if (both.Contains(PartFateKind.Refused))
                    outcome.ShouldBeOfType<SubmitOutcome.Refused>().Status.ShouldBe(0x45u);
                else if (both.All(kind => kind == PartFateKind.Accepted))
                    outcome.ShouldBeOfType<SubmitOutcome.Accepted>().Parts.Count.ShouldBe(3);
                else
                    outcome.ShouldBeOfType<SubmitOutcome.Unanswered>().AcceptedParts.Count.ShouldBe(1 + both.Count(kind => kind == PartFateKind.Accepted));
            }
        }
    }

    [Theory]
    [InlineData("15551230000", "15550001", 0u)]
    [InlineData("", "15550001", 0x0Bu)]
    [InlineData("not a number", "15550001", 0x0Bu)]
    [InlineData("15551230000", "", 0x0Au)]
    [InlineData("15551230000", "a name too long", 0x0Au)]
    public void What_no_smsc_would_take_is_refused_before_it_leaves(string to, string from, uint status) =>
        ((uint)MessageParts.TryPlan(new OutboundMessage("r", from, to, "x"), new(), 1, default, out _, out _)).ShouldBe(status);

    [Fact]
    public void More_than_255_segments_are_refused_before_they_leave()
    {
        MessageParts.TryPlan(new("r", "1", "1", new string('a', 255 * 153)), new(), 1, default, out var parts, out _).ShouldBe(StatusCode.ESME_ROK);
        parts.Length.ShouldBe(255);
        MessageParts.TryPlan(new("r", "1", "1", new string('a', 255 * 153 + 1)), new(), 1, default, out _, out _).ShouldBe(StatusCode.ESME_RINVMSGLEN);
    }

    [Fact]
    public void A_payload_costs_the_rate_what_the_smsc_makes_of_it()
    {
        var options = new SmppAccountOptions { Text = new() { Concatenation = Herald.Smpp.Text.SmsConcatenation.Payload } };
        MessageParts.TryPlan(new("r", "1", "1", new string('a', 400)), options, 1, default, out var parts, out var segments);
        (parts.Length, segments).ShouldBe((1, 3));
    }

    [Fact]
    public void All_mistakes_of_the_options_are_said_at_once()
    {
        var faults = new SmppAccountOptions { Port = 0, Password = "ninechars", Window = 0, Transceivers = 0, ReconnectMaximum = TimeSpan.FromMilliseconds(20) }.Faults();
        foreach (var member in new[] { "Host", "Port", "SystemId", "Password", "Window", "Transceivers", "Receivers", "ReconnectMaximum" })
            faults.ShouldContain(fault => fault.StartsWith(member, StringComparison.Ordinal), member);
        new SmppAccountOptions { Host = "h", SystemId = "s" }.Faults().ShouldBeEmpty();
    }

    private static PartFate Fate(PartFateKind kind) => new(kind, kind == PartFateKind.Refused ? StatusCode.ESME_RSUBMITFAIL : StatusCode.ESME_ROK, kind == PartFateKind.Accepted ? "1" : null);
}
