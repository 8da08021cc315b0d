using System.Net;
using System.Text.Json;

namespace Herald.Dispatch.Channels.Twilio;

/// <summary>What an answer to <c>POST Messages.json</c> means.</summary>
/// <param name="Kind">Whether the provider has the message.</param>
/// <param name="Id">Message SID when taken.</param>
/// <param name="Code">The provider's error code, else the HTTP status.</param>
/// <param name="Pause">Nothing more is to be sent for so long.</param>
internal sealed record TwilioAnswer(TwilioAnswerKind Kind, string? Id, int Code, TimeSpan Pause)
{
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Broken = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Locked = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TwilioAnswer Taken(string id) => new(TwilioAnswerKind.Taken, id, 0, default);

    public static TwilioAnswer Of(HttpStatusCode status, TimeSpan? retryAfter, byte[] body)
    {
        var (sid, code) = Read(body);
        return status switch
        {
            >= (HttpStatusCode)200 and < (HttpStatusCode)300 when sid is { Length: > 0 } => new(TwilioAnswerKind.Taken, sid, 0, default),
            HttpStatusCode.TooManyRequests => new(TwilioAnswerKind.NotTaken, null, code ?? 429, Between(retryAfter ?? Throttled)),
            // Refused at the door: no message was looked at.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when code is null or 20003 => new(TwilioAnswerKind.NotTaken, null, code ?? (int)status, Locked),
            >= (HttpStatusCode)400 and < (HttpStatusCode)500 => new(TwilioAnswerKind.Refused, null, code ?? (int)status, default),
            _ => new(TwilioAnswerKind.Unclear, null, code ?? (int)status, Broken),
        };
    }

    private static TimeSpan Between(TimeSpan wait) => wait < TimeSpan.Zero ? Throttled : wait > Longest ? Longest : wait;

    private static (string? Sid, int? Code) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return default;
            var sid = root.TryGetProperty("sid", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
            return (sid is { Length: <= 64 } ? sid : null, root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
