namespace Herald.Sip.Sdp;

/// <summary>RFC 8866 §6.7, seen by its writer. The value is a bit set: 1 = sends, 2 = receives.</summary>
internal enum Direction
{
    Inactive = 0,
    SendOnly = 1,
    RecvOnly = 2,
    SendRecv = 3,
}
