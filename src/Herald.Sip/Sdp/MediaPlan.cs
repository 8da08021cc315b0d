using System.Net;

namespace Herald.Sip.Sdp;

/// <summary>What both sides agreed to. <see cref="DtmfPayload"/> null = the peer takes no telephone-events.</summary>
internal sealed record MediaPlan(Codec Codec, int PayloadType, int? DtmfPayload, IPEndPoint Remote, IPEndPoint RemoteRtcp, Direction Ours)
{
    public bool WeSend => Ours.HasFlag(Direction.SendOnly);

    /// <summary>The peer wants to hear nothing: it put us on hold.</summary>
    public bool Held => !WeSend;
}
