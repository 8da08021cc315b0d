namespace Herald.Core.Outcomes;

/// <summary>Cause values a telephone network gives (ITU-T Q.850, table 1), those seen on outbound calls.</summary>
public static class Q850
{
    public static readonly IReadOnlyDictionary<int, string> Names = new Dictionary<int, string>
    {
        [1] = "unallocated number",
        [2] = "no route to transit network",
        [3] = "no route to destination",
        [16] = "normal call clearing",
        [17] = "user busy",
        [18] = "no user responding",
        [19] = "no answer from user",
        [20] = "subscriber absent",
        [21] = "call rejected",
        [22] = "number changed",
        [27] = "destination out of order",
        [28] = "invalid number format",
        [29] = "facility rejected",
        [31] = "normal, unspecified",
        [34] = "no circuit available",
        [38] = "network out of order",
        [41] = "temporary failure",
        [42] = "switching equipment congestion",
        [44] = "requested channel not available",
        [47] = "resource unavailable",
        [50] = "requested facility not subscribed",
        [55] = "incoming calls barred within closed user group",
        [57] = "bearer capability not authorised",
        [58] = "bearer capability not available",
        [65] = "bearer capability not implemented",
        [79] = "service or option not implemented",
        [88] = "incompatible destination",
        [102] = "recovery on timer expiry",
        [111] = "protocol error",
        [127] = "interworking, unspecified",
    };

    public static string Name(int cause) => Names.GetValueOrDefault(cause, "not named here");
}
