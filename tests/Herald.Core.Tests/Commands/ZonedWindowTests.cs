using System.Text.Json.Nodes;
using CsCheck;
using Herald.Core.Commands;
using Herald.Core.Commands.Windows;
using Herald.Core.Deliveries;
using NodaTime;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class ZonedWindowTests
{
    private static Reading<VoiceDelivery> Read(string start, string end, string zone) =>
        CreateProactiveVoiceDelivery.Read(
            Samples.Utf8(With(Voice(), body => body["Windows"] = new JsonArray(new JsonObject { ["StartTime"] = start, ["EndTime"] = end, ["TimeZone"] = zone })).ToJsonString()),
            Given.Find,
            Given.Now);

    private static Window Window(string start, string end, string zone) => Read(start, end, zone).ShouldBeAccepted().Task.Windows.ShouldHaveSingleItem();

    [Fact]
    public void A_time_without_zone_is_read_in_the_window_s_zone() =>
        Window("2026-07-01T09:00:00", "2026-07-01T17:00:00", "Pacific Standard Time")
            .ShouldBe(new Window(Instant.FromUtc(2026, 7, 1, 16, 0), Instant.FromUtc(2026, 7, 2, 0, 0)));

    [Fact]
    public void A_time_with_zone_keeps_it() =>
        Window("2026-07-01T09:00:00Z", "2026-07-01T17:00:00+02:00", "Pacific Standard Time")
            .ShouldBe(new Window(Instant.FromUtc(2026, 7, 1, 9, 0), Instant.FromUtc(2026, 7, 1, 15, 0)));

    [Fact]
    public void A_time_that_never_happens_is_the_end_of_the_gap() =>
        Window("2026-03-29T02:30:00", "2026-03-29T04:00:00", "Europe/Berlin")
            .ShouldBe(new Window(Instant.FromUtc(2026, 3, 29, 1, 0), Instant.FromUtc(2026, 3, 29, 2, 0)));

    [Fact]
    public void Of_a_time_that_happens_twice_the_narrower_reading_counts()
    {
        Window("2026-10-25T02:30:00", "2026-10-25T04:00:00", "Europe/Berlin")
            .ShouldBe(new Window(Instant.FromUtc(2026, 10, 25, 1, 30), Instant.FromUtc(2026, 10, 25, 3, 0)));
        Window("2026-10-25T01:00:00", "2026-10-25T02:30:00", "Europe/Berlin")
            .ShouldBe(new Window(Instant.FromUtc(2026, 10, 24, 23, 0), Instant.FromUtc(2026, 10, 25, 0, 30)));
    }

    [Fact]
    public void A_window_inside_the_repeated_hour_is_its_first_reading() =>
        Window("2026-10-25T02:10:00", "2026-10-25T02:40:00", "Europe/Berlin")
            .ShouldBe(new Window(Instant.FromUtc(2026, 10, 25, 0, 10), Instant.FromUtc(2026, 10, 25, 0, 40)));

    [Fact]
    public void A_window_inside_a_gap_is_empty_and_so_a_fault() =>
        Read("2026-03-29T02:10:00", "2026-03-29T02:40:00", "Europe/Berlin").ShouldHaveOneFault("0x80040203", "Windows[0]");

    [Fact]
    public void An_unknown_zone_is_named() =>
        Read("2026-07-01T09:00:00", "2026-07-01T17:00:00", "Atlantis").ShouldHaveOneFault("0x80048d19", "Windows[0].TimeZone");

    // Drawn around zone changes: elsewhere nothing can go wrong.
    [Fact]
    public void Near_every_zone_change_a_window_in_order_lies_within_its_own_wall_clock()
    {
        var changes = DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])
            .SelectMany(zone => zone.GetZoneIntervals(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0))
                .Where(interval => interval.HasStart).Select(interval => (Zone: zone, At: interval.Start)))
            .ToArray();
        Gen.Select(Gen.Int[0, changes.Length - 1], Gen.Int[-180, 180], Gen.Int[1, 240]).Sample((index, from, minutes) =>
        {
            var (zone, at) = changes[index];
            var start = (at + Duration.FromMinutes(from)).InZone(zone).LocalDateTime;
            var end = start.PlusMinutes(minutes);
            var (read, readEnd) = ZonedWindow.Resolve(new(start, null), new(end, null), zone);
            return read > readEnd
                || (read.InZone(zone).LocalDateTime >= start && (readEnd.InZone(zone).LocalDateTime <= end || zone.MapLocal(end).Count == 0));
        });
    }
}
