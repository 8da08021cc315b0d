using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Herald.Dispatch.Channels.Twilio;

/// <summary>One request to <c>/2010-04-01/Accounts/{sid}/Messages.json</c>, and what is known afterwards.</summary>
internal sealed class TwilioSender : IDisposable
{
    private const int MostOfAnswer = 65_536;

    // ValidityPeriod: 1..36,000 seconds (Twilio documentation, "Message resource").
    private static readonly TimeSpan LongestValidity = TimeSpan.FromSeconds(36_000);

    private readonly TwilioOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly Uri address;
    private readonly AuthenticationHeaderValue authorization;

    public TwilioSender(TwilioOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(new SocketsHttpHandler
        {
            // A redirect of a POST could become a second message.
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = options.Window,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            MaxResponseContentBufferSize = MostOfAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        address = new Uri(options.BaseUrl, $"/2010-04-01/Accounts/{Uri.EscapeDataString(options.AccountSid)}/Messages.json");
        authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));
    }

    /// <param name="callback">Where status callbacks go; null = none are wanted.</param>
    /// <param name="validFor">The provider gives up then; null = its own time.</param>
    public async Task<TwilioAnswer> SendAsync(string? from, string to, string text, string? callback, TimeSpan? validFor)
    {
        var form = new List<KeyValuePair<string, string>> { new("To", to) };
        form.Add(options.MessagingServiceSid is { } service ? new("MessagingServiceSid", service) : new("From", from ?? ""));
        form.Add(new("Body", text));
        if (callback is not null)
            form.Add(new("StatusCallback", callback));
        if (validFor is { } period)
            form.Add(new("ValidityPeriod", ((int)Math.Min(period.TotalSeconds, LongestValidity.TotalSeconds)).ToString(CultureInfo.InvariantCulture)));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var patience = new CancellationTokenSource(options.Timeout, time);
        try
        {
            using var answer = await client.SendAsync(request, patience.Token);
            return TwilioAnswer.Of(answer.StatusCode, answer.Headers.RetryAfter?.Delta, await answer.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            // No connection, so no request.
            return new TwilioAnswer(TwilioAnswerKind.NotTaken, null, 0, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new TwilioAnswer(TwilioAnswerKind.Unclear, null, 0, default);
        }
    }

    public void Dispose() => client.Dispose();
}
