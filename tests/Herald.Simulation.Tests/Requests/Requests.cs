using Herald.Core.Deliveries;
using Herald.Simulation.Tests.Settings;

namespace Herald.Simulation.Tests.Requests;

/// <summary>Random requests whose windows lie where rules change their minds: midnights, zone changes, usual hours, and a breath beside them.</summary>
internal sealed class Requests(Random random, People people, Organisation organisation)
{
    private static readonly Duration[] Breaths =
        [Duration.Zero, Duration.Zero, Duration.FromMilliseconds(1), Duration.FromMilliseconds(-1), Duration.FromSeconds(2), Duration.FromSeconds(-2), Duration.FromMinutes(1), Duration.FromTicks(1)];

    private static readonly Duration[] Lengths =
    [
        Duration.FromMilliseconds(500), Duration.FromSeconds(2), Duration.FromSeconds(3), Duration.FromMinutes(1), Duration.FromMinutes(10), Duration.FromHours(1),
        Duration.FromHours(4), Duration.FromHours(8), Duration.FromHours(12), Duration.FromDays(1), Duration.FromDays(2), Duration.FromDays(4),
    ];

    private static readonly int[] Hours = [0, 0, 1, 2, 3, 8, 9, 12, 20, 21];
    private static readonly string?[] Priorities = [null, "1", "7.5", "-3", "2026-11-02", "soon"];

    public DeliveryTask Next(Instant now)
    {
        var (engagement, channel) = organisation.Engagements[random.Next(organisation.Engagements.Count)];
        var first = random.Next(12) == 0;
        return new DeliveryTask
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            EngagementId = engagement,
            Channel = channel,
            Intake = first ? IntakeKind.FirstGeneration : (IntakeKind)random.Next(3),
            AcceptedAt = now,
            Priority = Priorities[random.Next(Priorities.Length)],
            Contacts = [.. people.Some(first ? 1 : Math.Min(random.Next(1, 6), random.Next(1, 4)), channel).Select(contact => random.Next(6) == 0 ? contact with { Windows = Windows(now, contact.TimeZone) } : contact)],
            Windows = random.Next(5) == 0 ? [new Window(now, now + Duration.FromDays(1))] : Windows(now, null),
            Message = channel == Channel.Sms ? "Hello" : null,
        };
    }

    private IReadOnlyList<Window> Windows(Instant now, string? zone) =>
        [.. Enumerable.Range(0, Math.Min(random.Next(1, 5), random.Next(1, 4))).Select(_ => Window(now, zone ?? Zones.All[random.Next(Zones.All.Length)])).OrderBy(window => window.Start)];

    private Window Window(Instant now, string zone)
    {
        var start = random.Next(4) == 0 ? now : Edge(now, zone);
        if (random.Next(3) == 0 && Edge(start, zone) is var end && end > start)
            return new Window(start, end);
        return new Window(start, start + Lengths[random.Next(Lengths.Length)]);
    }

    private Instant Edge(Instant now, string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var change = zone.GetZoneInterval(now) is { HasEnd: true } interval ? interval.End : Instant.MaxValue;
        var edge = random.Next(3) == 0 && change - now < Duration.FromDays(12)
            ? change
            : now.InZone(zone).Date.PlusDays(Math.Min(random.Next(10), random.Next(10))).At(new LocalTime(Hours[random.Next(Hours.Length)], 0)).InZoneLeniently(zone).ToInstant();
        return edge + Breaths[random.Next(Breaths.Length)];
    }
}
