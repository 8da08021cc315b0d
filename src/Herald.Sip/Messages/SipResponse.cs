using System.Globalization;

namespace Herald.Sip.Messages;

internal sealed class SipResponse(int status, string phrase) : SipMessage
{
    public int Status { get; } = status;

    public string Phrase { get; } = phrase;

    public bool IsProvisional => Status < 200;

    public bool IsSuccess => Status is >= 200 and < 300;

    public override string StartLine => "SIP/2.0 " + Status.ToString(CultureInfo.InvariantCulture) + " " + Phrase;

    /// <summary>The answer to a request: Via rows, From, To, Call-ID and CSeq copied (RFC 3261 §8.2.6.2), To tag added when the request had none.</summary>
    public static SipResponse Answering(SipRequest request, int status, string? toTag = null, string? phrase = null)
    {
        var response = new SipResponse(status, phrase ?? Phrases.Of(status));
        foreach (var (name, value) in request.Headers)
            if (name.Equals(HeaderNames.Via, StringComparison.OrdinalIgnoreCase))
                response.Headers.Add(HeaderNames.Via, value);
        response.Headers.Add(HeaderNames.From, request.Headers[HeaderNames.From] ?? "");
        var to = request.Headers[HeaderNames.To] ?? "";
        response.Headers.Add(HeaderNames.To, toTag is not null && request.To?.Tag is null ? to + ";tag=" + toTag : to);
        response.Headers.Add(HeaderNames.CallId, request.CallId);
        response.Headers.Add(HeaderNames.CSeq, request.Headers[HeaderNames.CSeq] ?? "");
        return response;
    }
}
