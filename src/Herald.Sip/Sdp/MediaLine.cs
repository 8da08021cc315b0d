using System.Net;

namespace Herald.Sip.Sdp;

/// <summary>One m= section as read. <see cref="RtpMaps"/>: payload type to <c>NAME/rate</c>, upper case.</summary>
internal sealed record MediaLine(string Kind, int Port, string Protocol, IReadOnlyList<int> Formats)
{
    public IPAddress? Address { get; set; }

    public Direction? Direction { get; set; }

    public int? RtcpPort { get; set; }

    public Dictionary<int, string> RtpMaps { get; } = [];

    /// <summary>The m= line's own words, repeated when it is refused with port 0 (RFC 3264 §6).</summary>
    public required string Words { get; init; }
}
