using NodaTime;
using NodaTime.TimeZones;

namespace Herald.Core.Commands.Windows;

/// <summary>
/// A window whose times are local to a zone. A time that never happens becomes the gap's end. Of a time that happens
/// twice the narrower reading counts (the later start, the earlier end), unless nothing would be left; then both are
/// the first reading.
/// </summary>
internal static class ZonedWindow
{
    private static readonly ZoneLocalMappingResolver Later =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Earlier =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static (Instant Start, Instant End) Resolve(WindowTime start, WindowTime end, DateTimeZone zone)
    {
        var narrow = (Start: Read(start, zone, Later), End: Read(end, zone, Earlier));
        return narrow.Start < narrow.End ? narrow : (Read(start, zone, Earlier), narrow.End);
    }

    private static Instant Read(WindowTime time, DateTimeZone zone, ZoneLocalMappingResolver resolver) =>
        time.Offset is null ? zone.ResolveLocal(time.Local, resolver).ToInstant() : time.ToInstant();
}
