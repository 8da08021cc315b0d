namespace Herald.Sip.Sdp;

internal static class DirectionWords
{
    public static Direction? Parse(string attribute) => attribute switch
    {
        "sendrecv" => Direction.SendRecv,
        "sendonly" => Direction.SendOnly,
        "recvonly" => Direction.RecvOnly,
        "inactive" => Direction.Inactive,
        _ => null,
    };

    public static string Write(this Direction direction) => direction switch
    {
        Direction.SendRecv => "sendrecv",
        Direction.SendOnly => "sendonly",
        Direction.RecvOnly => "recvonly",
        _ => "inactive",
    };

    /// <summary>The answer to an offer when we would do both (RFC 3264 §6.1): their sending is our receiving.</summary>
    public static Direction Mirrored(this Direction offered) => offered switch
    {
        Direction.SendOnly => Direction.RecvOnly,
        Direction.RecvOnly => Direction.SendOnly,
        _ => offered,
    };
}
