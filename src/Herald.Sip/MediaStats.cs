namespace Herald.Sip;

/// <summary>RTP of one call so far.</summary>
/// <param name="Sent">Packets sent.</param>
/// <param name="Received">Audio packets received.</param>
/// <param name="Lost">Expected by sequence number and never received.</param>
/// <param name="Discarded">Received too late, twice or too far ahead.</param>
/// <param name="JitterMilliseconds">Interarrival jitter, RFC 3550 §6.4.1.</param>
/// <param name="PeerLoss">Share of our packets that the peer reports lost, 0..1; null without reports.</param>
public sealed record MediaStats(long Sent, long Received, long Lost, long Discarded, double JitterMilliseconds, double? PeerLoss)
{
    public static MediaStats None { get; } = new(0, 0, 0, 0, 0, null);
}
