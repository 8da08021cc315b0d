using Herald.Core.Deliveries;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Who lives behind a number.</summary>
internal static class People
{
    public static Person Of(string number, Channel channel)
    {
        var last = LastFour(number);
        return channel == Channel.Voice
            ? last switch { 408 => Person.RingsOut, 900 => Person.Machine, 911 => Person.Fax, >= 400 and <= 699 => Person.Refused, _ => Person.Friendly }
            : last switch { 1 => Person.Unreachable, 2 => Person.RepliesStop, 3 => Person.RepliesYes, 4 => Person.ThrottledOnce, _ => Person.Friendly };
    }

    /// <summary>The SIP status a refused call ends with.</summary>
    public static int StatusOf(string number) => LastFour(number);

    private static int LastFour(string number)
    {
        var value = 0;
        foreach (var c in number.AsSpan(Math.Max(0, number.Length - 4)))
            value = char.IsAsciiDigit(c) ? value * 10 + (c - '0') : 0;
        return value;
    }
}
