using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Herald.Core.Commands.Repeats;

/// <summary>The two headers that make a create repeatable (OASIS Repeatable Requests 1.0).</summary>
/// <param name="RequestId">Repeatability-Request-ID: opaque, 1..200 printable ASCII characters.</param>
/// <param name="FirstSent">Repeatability-First-Sent.</param>
public sealed record RepeatableRequest(string RequestId, Instant FirstSent)
{
    public const string RequestIdHeader = "Repeatability-Request-ID";
    public const string FirstSentHeader = "Repeatability-First-Sent";
    private const int LongestId = 200;

    /// <summary>How long answers are kept, and the oldest First-Sent that is still safe to execute.</summary>
    public static readonly Duration Kept = Duration.FromHours(24);

    /// <summary>A sender's clock may be so far ahead of ours; more would make a repeat outlive the kept answer.</summary>
    public static readonly Duration ClockSkew = Duration.FromMinutes(5);

    /// <summary>
    /// null when neither header is there. One alone or an unreadable one is 400; First-Sent more than 24 h ago is 412.
    /// </summary>
    public static Reading<RepeatableRequest?> Read(string? requestId, string? firstSent, Instant now)
    {
        if (string.IsNullOrEmpty(requestId) && string.IsNullOrEmpty(firstSent))
            return new Reading<RepeatableRequest?>.Accepted(null);
        var faults = new List<Fault>();
        if (string.IsNullOrEmpty(requestId))
            Add(RequestIdHeader, $"is missing; it goes with {FirstSentHeader}.");
        else if (requestId.Length > LongestId || requestId.Any(c => c is < '!' or > '~'))
            Add(RequestIdHeader, $"must be 1 to {LongestId} printable ASCII characters without blanks.");
        var sent = default(Instant);
        if (string.IsNullOrEmpty(firstSent))
            Add(FirstSentHeader, $"is missing; it goes with {RequestIdHeader}.");
        else if (!TryParse(firstSent, out sent))
            Add(FirstSentHeader, "must be a date like Tue, 24 Nov 2026 11:20:00 GMT.");
        else if (sent > now + ClockSkew)
            Add(FirstSentHeader, "is in the future.");
        if (faults.Count > 0)
            return new Reading<RepeatableRequest?>.Refused(400, faults);
        if (sent >= now - Kept)
            return new Reading<RepeatableRequest?>.Accepted(new(requestId!, sent));
        Add(FirstSentHeader, "is more than 24 hours ago; whether the first request was executed is no longer known.");
        return new Reading<RepeatableRequest?>.Refused(412, faults);

        void Add(string header, string message) => faults.Add(new(FaultCode.Invalid, header, $"{header} {message}"));
    }

    /// <summary>32 bytes: the same caller, action and id give the same.</summary>
    /// <param name="caller">The caller's stable id (token's <c>oid</c> or app id); without a line break, like every header value.</param>
    public byte[] Key(string caller, string action) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{action}\n{RequestId}"));

    // IMF-fixdate, RFC 9110 section 5.6.7.
    private static bool TryParse(string text, out Instant instant)
    {
        var read = DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        instant = Instant.FromDateTimeOffset(time);
        return read;
    }
}
