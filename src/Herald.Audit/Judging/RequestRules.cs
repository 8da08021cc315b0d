using Herald.Audit.Log;

namespace Herald.Audit.Judging;

/// <summary>What the request itself says of an attempt, whatever the settings.</summary>
internal static class RequestRules
{
    private const long TicksPerMillisecond = 10_000;

    public static void Judge(Line line, Request request, long grace, List<Breach> breaches)
    {
        // The log holds whole milliseconds: a window that opens within one is met by its floor.
        var from = line.At * TicksPerMillisecond;
        if (!IsOpen(request.Windows, from))
            breaches.Add(new Breach("window", "no window was open"));
        if (line.Phone is < 0 or > 2 || !string.Equals(request.Contact.Numbers[line.Phone], line.Number, StringComparison.Ordinal))
            breaches.Add(new Breach("number", "the request names another number for this contact and phone"));
        if (request.EndedAt < line.At - grace)
            breaches.Add(new Breach("after_end", "the task had ended"));
    }

    private static bool IsOpen((long Start, long End)[] windows, long from)
    {
        foreach (var (start, end) in windows)
        {
            if (start < from + TicksPerMillisecond && from < end)
                return true;
        }

        return false;
    }
}
