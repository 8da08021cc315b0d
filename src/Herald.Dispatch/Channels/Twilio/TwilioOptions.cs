namespace Herald.Dispatch.Channels.Twilio;

/// <summary>An account at Twilio or at a provider with the same interface. Bound from <c>Herald:Channels:&lt;key&gt;</c> with <c>Type = Twilio</c>.</summary>
public sealed class TwilioOptions
{
    /// <summary>Account SID; required.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Auth token; required. Signs the webhooks, too. From the environment: <c>Herald__Channels__&lt;key&gt;__AuthToken</c>.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>Default: <c>https://api.twilio.com</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>Address of this server as the provider calls it, without a path; required. Signatures are made over it.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Sender of messages whose workstream has no number. Default: none.</summary>
    public string? Sender { get; set; }

    /// <summary>Messages go by this messaging service instead of a sender. Default: none.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>Requests at once. Default 10; 1..1,000.</summary>
    public int Window { get; set; } = 10;

    /// <summary>For the answer to a request; then the result is Unknown. Default 15 s; 0.1 s..2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The provider itself answers STOP, START and HELP, as Twilio does unless told otherwise; this server then only keeps the consent. Default: yes.</summary>
    public bool ProviderAnswersKeywords { get; set; } = true;

    public IEnumerable<string> Faults(string section)
    {
        if (AccountSid.Length is < 1 or > 64) yield return $"{section}:AccountSid must have 1..64 characters.";
        if (AuthToken.Length is < 1 or > 200) yield return $"{section}:AuthToken must have 1..200 characters; it belongs into the environment.";
        if (!IsWeb(BaseUrl)) yield return $"{section}:BaseUrl must be an absolute http or https address.";
        if (WebhookUrl is null || !IsWeb(WebhookUrl)) yield return $"{section}:WebhookUrl must be the absolute http or https address by which the provider reaches this server.";
        if (Window is < 1 or > 1_000) yield return $"{section}:Window must be 1..1000.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(2)) yield return $"{section}:Timeout must be 00:00:00.1..00:02:00.";
    }

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
