using Herald.Core.Commands.Bodies;
using NodaTime;

namespace Herald.Core.Commands.Windows;

/// <summary>A window as far as it has been read.</summary>
internal sealed class WindowDraft
{
    public WindowTime? Start { get; set; }
    public WindowTime? End { get; set; }

    /// <summary>A time was given but is faulty: it is not missing as well.</summary>
    public bool Faulty { get; set; }

    /// <summary>IANA id that reads times without a zone; null = UTC, <see cref="JsonText.Faulty"/> = not readable.</summary>
    public string? Zone { get; set; }

    public (Instant Start, Instant End) ToInstants()
    {
        var (start, end) = (Start!.Value, End!.Value);
        return Zone is null or JsonText.Faulty
            ? (start.ToInstant(), end.ToInstant())
            : ZonedWindow.Resolve(start, end, DateTimeZoneProviders.Tzdb[Zone]);
    }
}
