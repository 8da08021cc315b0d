using System.Globalization;
using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Ordering;
using NodaTime;
using Herald.Core.Tests.Planning;

namespace Herald.Core.Tests.Ordering;

public sealed class RankTests
{
    private sealed record Entry(DeliveryTask Task, Window Window, bool Reattempt, double? Value);

    private static readonly Gen<(string? Text, double? Value)> Priorities = Gen.OneOf(
        Gen.Int[-1_000_000, 1_000_000].Select(n => ((string?)n.ToString(CultureInfo.InvariantCulture), (double?)n)),
        Gen.Int[-400, 400].Select(n => ((string?)(n / 4.0).ToString(CultureInfo.InvariantCulture), (double?)(n / 4.0))),
        Gen.Long[0, 4_000_000_000_000].Select(ms => ((string?)Instant.FromUnixTimeMilliseconds(ms).ToString("uuuu-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), (double?)ms)),
        Gen.Int[0, 30_000].Select(day => ((string?)new LocalDate(1970, 1, 1).PlusDays(day).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), (double?)(day * 86_400_000d))),
        Tests.Eligibility.Edges.Pick<(string?, double?)>((null, null), ("", null), ("soon", null), ("NaN", null), ("2026-13-01", null), ("1/2/2026", null)));

    private static readonly Gen<Entry> Entries = Gen.Select(Priorities, Gen.Int[0, 50], Gen.Int[-3, 300], Gen.Bool, (priority, accepted, end, reattempt) =>
        new Entry(
            Sample.Task() with { Priority = priority.Text, AcceptedAt = Sample.Noon + Duration.FromMilliseconds(accepted) },
            new Window(Sample.Noon - Duration.FromHours(1), Sample.Noon + Duration.FromMilliseconds(end)),
            reattempt,
            priority.Value));

    [Theory]
    [InlineData(CallOrder.EarliestWindowEnd)]
    [InlineData(CallOrder.FirstInFirstOut)]
    [InlineData(CallOrder.LastInFirstOut)]
    [InlineData(CallOrder.CustomAscending)]
    [InlineData(CallOrder.CustomDescending)]
    public void Any_two_compare_as_the_order_says(CallOrder order) =>
        Gen.Select(Entries, Entries, Gen.Int[0, 2]).Sample((one, other, mode) =>
        {
            var engagement = Sample.Facts().Engagement with { CallOrder = order, RetryPriority = (RetryPriority)mode };
            var ranks = (RankOf(engagement, one), RankOf(engagement, other));
            Math.Sign(ranks.Item1.CompareTo(ranks.Item2)).ShouldBe(Math.Sign(Compare(engagement, one, other)));
            ranks.Item1.ShouldBeGreaterThanOrEqualTo(0);
        }, iter: Often.Times(20_000));

    [Fact]
    public void First_generation_tasks_have_no_custom_priority()
    {
        var engagement = Sample.Facts().Engagement with { CallOrder = CallOrder.CustomAscending };
        var task = Sample.Task() with { Priority = "1" };
        Rank.Of(engagement, task with { Intake = IntakeKind.FirstGeneration }, task.Windows[0], false)
            .ShouldBe(Rank.Of(engagement, task with { Priority = null }, task.Windows[0], false));
    }

    [Fact]
    public void Extremes_stay_in_their_tier()
    {
        foreach (var text in new[] { "1e308", "-1e308", "0", "-0", "9999-12-31", "0001-01-01", null })
        {
            var engagement = Sample.Facts().Engagement with { CallOrder = CallOrder.CustomDescending, RetryPriority = RetryPriority.Lower };
            var task = Sample.Task() with { Priority = text, AcceptedAt = Instant.MaxValue };
            Rank.Of(engagement, task, task.Windows[0], false).ShouldBeLessThan(Rank.Of(engagement, task with { Priority = "5" }, task.Windows[0], true));
        }
    }

    [Theory]
    [InlineData("2026-11-24", 1_795_478_400_000)]
    [InlineData("2026-11-24T12:00:00Z", 1_795_521_600_000)]
    [InlineData("2026-11-24T12:00:00+02:00", 1_795_514_400_000)]
    [InlineData("2026-11-24T12:00", 1_795_521_600_000)]
    [InlineData(" 12.5 ", 12.5)]
    public void Numbers_and_dates_are_read(string text, double value)
    {
        PriorityText.TryRead(text, out var read).ShouldBeTrue();
        read.ShouldBe(value);
    }

    private static long RankOf(Engagement engagement, Entry entry) => Rank.Of(engagement, entry.Task, entry.Window, entry.Reattempt);

    private static int Compare(Engagement engagement, Entry one, Entry other)
    {
        if (engagement.RetryPriority != RetryPriority.Same && one.Reattempt != other.Reattempt)
            return one.Reattempt == (engagement.RetryPriority == RetryPriority.Higher) ? -1 : 1;
        var accepted = one.Task.AcceptedAt.CompareTo(other.Task.AcceptedAt);
        return engagement.CallOrder switch
        {
            CallOrder.EarliestWindowEnd => one.Window.End.CompareTo(other.Window.End),
            CallOrder.FirstInFirstOut => accepted,
            CallOrder.LastInFirstOut => -accepted,
            _ => (one.Value, other.Value) switch
            {
                (null, null) => accepted,
                (null, _) => 1,
                (_, null) => -1,
                ({ } a, { } b) => engagement.CallOrder == CallOrder.CustomAscending ? a.CompareTo(b) : b.CompareTo(a),
            },
        };
    }
}
