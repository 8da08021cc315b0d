using NodaTime;

namespace Herald.Core.Deliveries;

/// <summary>The first response timeout: a reply within it belongs to its delivery.</summary>
public static class FirstResponse
{
    /// <param name="awaitsReceipt">The receipt has not come: the time has not begun to run.</param>
    /// <param name="since">When the receipt said delivered; without one, when the carrier took the message.</param>
    /// <param name="timeout">Of the engagement.</param>
    /// <param name="at">Of the reply.</param>
    public static bool IsInTime(bool awaitsReceipt, Instant since, Duration timeout, Instant at) => awaitsReceipt || at <= since + timeout;
}
