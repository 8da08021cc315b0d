using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Herald.Dispatch.Intake;
using Herald.Server.Errors;

namespace Herald.Server.Actions.Repeats;

/// <summary>OASIS Repeatable Requests 1.0: <c>Repeatability-Request-ID</c> and <c>Repeatability-First-Sent</c>, kept 24 h.</summary>
internal static class RepeatHeaders
{
    public const string RequestId = "Repeatability-Request-ID";
    public const string FirstSent = "Repeatability-First-Sent";
    public const string Result = "Repeatability-Result";
    public const string ResultAccepted = "accepted";

    private const int MaxId = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <param name="answer">Makes the body of success from delivery id and task (or batch) id.</param>
    public static RepeatReading Read(ApiCall call, ReadOnlySpan<byte> body, DateTimeOffset now, Func<Guid, Guid, byte[]> answer) =>
        Read(call, now) switch
        {
            (null, null) => RepeatReading.None,
            (null, var refusal) => new RepeatReading(null, refusal),
            (var id, _) => new RepeatReading(new RepeatRequest(Key(call, id), SHA256.HashData(body), answer), null),
        };

    /// <summary>For bodies on disk, whose hash was taken while they were received.</summary>
    public static RepeatReading Read(ApiCall call, byte[] bodyHash, DateTimeOffset now, Func<Guid, Guid, byte[]> answer) =>
        Read(call, now) switch
        {
            (null, null) => RepeatReading.None,
            (null, var refusal) => new RepeatReading(null, refusal),
            (var id, _) => new RepeatReading(new RepeatRequest(Key(call, id), bodyHash, answer), null),
        };

    private static (string? Id, RepeatRefusal? Refusal) Read(ApiCall call, DateTimeOffset now)
    {
        var headers = call.Request.Headers;
        var hasId = headers.TryGetValue(RequestId, out var id);
        var hasTime = headers.TryGetValue(FirstSent, out var sent);
        if (!hasId && !hasTime)
            return (null, null);
        if (!hasId || !hasTime)
            return (null, Bad($"{RequestId} and {FirstSent} come together or not at all."));
        if (id.Count != 1 || id.ToString() is not { Length: > 0 and <= MaxId } text)
            return (null, Bad($"{RequestId} must be one value of 1 to {MaxId} characters."));
        // RFC 9110 section 5.6.7, IMF-fixdate.
        if (!DateTimeOffset.TryParseExact(sent.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first))
            return (null, Bad($"{FirstSent} must be an HTTP date such as 'Tue, 24 Nov 2026 11:20:00 GMT'."));
        return now - first > Kept
            ? (null, new RepeatRefusal(StatusCodes.Status412PreconditionFailed, ErrorCodes.Precondition, $"{FirstSent} is more than 24 hours ago: whether the request was carried out is not known any more."))
            : (text, null);
    }

    private static RepeatRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, message);

    private static byte[] Key(ApiCall call, string id) => SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Caller.UserId}\n{call.Action}\n{id}"));
}
