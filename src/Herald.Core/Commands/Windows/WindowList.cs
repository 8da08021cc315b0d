using System.Text.Json;
using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands.Windows;

/// <summary>A JSON array of 1..100 windows.</summary>
internal static class WindowList
{
    public const int Max = 100;

    // The published readings: Start/End, start/end, StartTime/EndTime.
    private static readonly Member<WindowDraft>[] Times =
    [
        new("start", (ref r, window, faults) => window.Start = Time(ref r, window, faults), "StartTime"),
        new("end", (ref r, window, faults) => window.End = Time(ref r, window, faults), "EndTime"),
    ];

    private static readonly MemberTable<WindowDraft> Plain = new(caseBlind: true, Times);

    private static readonly MemberTable<WindowDraft> Zoned = new(
        caseBlind: true,
        [.. Times, new("TimeZone", (ref r, window, faults) => window.Zone = ContactValues.Zone(ref r, faults))]);

    /// <summary>In order of start; null when absent.</summary>
    public static List<Window>? Read(ref Utf8JsonReader reader, FaultList faults) => Read(ref reader, faults, Plain);

    /// <summary>The first generation's windows, which may carry a TimeZone for times without one.</summary>
    public static List<Window>? ReadZoned(ref Utf8JsonReader reader, FaultList faults) => Read(ref reader, faults, Zoned);

    private static List<Window>? Read(ref Utf8JsonReader reader, FaultList faults, MemberTable<WindowDraft> table)
    {
        List<Window>? windows = null;
        JsonParameter.Read(ref reader, JsonTokenType.StartArray, 0, faults, (ref array, _, list) =>
            windows = Elements(ref array, list, table));
        windows?.Sort((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));
        return windows;
    }

    private static List<Window> Elements(ref Utf8JsonReader reader, FaultList faults, MemberTable<WindowDraft> table)
    {
        var windows = new List<Window>();
        var index = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index >= Max)
            {
                reader.Skip();
                continue;
            }

            faults.Enter(index);
            if (Element(ref reader, faults, table) is { } window)
                windows.Add(window);
            faults.Leave();
        }

        if (index == 0)
            faults.Invalid("is empty; leave it out, or give at least one window.");
        if (index > Max)
            faults.Invalid($"has more than {Max} windows.");
        return windows;
    }

    private static Window? Element(ref Utf8JsonReader reader, FaultList faults, MemberTable<WindowDraft> table)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.WrongForm("must be a JSON object with start and end.");
            reader.Skip();
            return null;
        }

        var draft = new WindowDraft();
        JsonObject.Read(ref reader, draft, table, faults);
        if (draft.Faulty)
            return null;
        if (draft.Start is null)
            faults.Missing("start");
        if (draft.End is null)
            faults.Missing("end");
        if (draft.Start is null || draft.End is null)
            return null;
        var (start, end) = draft.ToInstants();
        if (start < end)
            return new(start, end);
        faults.Invalid("must end after it starts.");
        return null;
    }

    private static WindowTime? Time(ref Utf8JsonReader reader, WindowDraft window, FaultList faults)
    {
        var text = JsonText.Read(ref reader, faults, 100);
        if (text is null)
            return null;
        var time = WindowTime.Parse(text);
        if (time is null && text != JsonText.Faulty)
            faults.WrongForm("must be a UTC time like 2026-12-10T09:00:00.000Z.");
        window.Faulty |= time is null;
        return time;
    }
}
