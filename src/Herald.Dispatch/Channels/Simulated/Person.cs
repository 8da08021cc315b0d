using Herald.Core.Deliveries;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>How a simulated person behaves, by the last four digits of the number.</summary>
internal enum Person
{
    /// <summary>Answers and takes part; receives messages.</summary>
    Friendly,

    /// <summary>0404, 0486, 0603, 0480, 0503 …: the network answers a call with that SIP status.</summary>
    Refused,

    /// <summary>0408: it rings and nobody answers.</summary>
    RingsOut,

    /// <summary>0900.</summary>
    Machine,

    /// <summary>0911.</summary>
    Fax,

    /// <summary>0001: the message is not delivered.</summary>
    Unreachable,

    /// <summary>0002.</summary>
    RepliesStop,

    /// <summary>0003.</summary>
    RepliesYes,

    /// <summary>0004: the carrier throttles the first attempt.</summary>
    ThrottledOnce,
}

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
