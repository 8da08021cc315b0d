using Herald.Core.Agents;

namespace Herald.Dispatch.Agents;

/// <summary>A program that talks on calls, asked by HTTP before each turn. Bound from <c>Herald:Agents:&lt;name&gt;</c>.</summary>
public sealed class HttpAgentOptions
{
    /// <summary>Where each turn is posted; required. https, but for loopback addresses and in Development.</summary>
    public Uri? Url { get; set; }

    /// <summary>Signs every request: <c>X-Herald-Signature</c>. From the environment: <c>Herald__Agents__&lt;name&gt;__Secret</c>. Default: none.</summary>
    public string? Secret { get; set; }

    /// <summary>Sent as <c>Authorization: Bearer</c>; from the environment, too. Default: none.</summary>
    public string? Token { get; set; }

    /// <summary>For one turn, connecting included; the person hears nothing meanwhile. Default 5 s; 0.1..30 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests of one call; the agent has failed when it wants more. Default 100; 1..1,000.</summary>
    public int MostTurns { get; set; } = 100;

    /// <summary>Bytes of an answer. Default 65,536; 1,024..1,048,576.</summary>
    public int MostBytes { get; set; } = 65_536;

    /// <summary>Key that opts the number out at any time of the call without asking the program. Default: none.</summary>
    public string? OptOutKey { get; set; }

    /// <summary>Said after the opt-out key. Default: nothing.</summary>
    public string OptOutText { get; set; } = "";

    /// <param name="section">For the messages.</param>
    /// <param name="development">Plain http to other machines is allowed.</param>
    public IEnumerable<string> Faults(string section, bool development)
    {
        if (Url is not { IsAbsoluteUri: true } || (Url.Scheme != Uri.UriSchemeHttps && Url.Scheme != Uri.UriSchemeHttp) || Url.UserInfo.Length > 0)
            yield return $"{section}:Url must be an absolute https address without user name.";
        else if (Url.Scheme == Uri.UriSchemeHttp && !Url.IsLoopback && !development)
            yield return $"{section}:Url must be https: names and numbers of people go there.";
        if (Secret is { Length: < 16 or > 500 }) yield return $"{section}:Secret must have 16..500 characters; it belongs into the environment.";
        if (Token is { Length: < 1 or > 8_000 } || Token?.Any(c => c is <= ' ' or > '~') == true) yield return $"{section}:Token must have 1..8000 characters without spaces; it belongs into the environment.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromSeconds(30)) yield return $"{section}:Timeout must be 00:00:00.1..00:00:30.";
        if (MostTurns is < 1 or > 1_000) yield return $"{section}:MostTurns must be 1..1000.";
        if (MostBytes is < 1_024 or > 1_048_576) yield return $"{section}:MostBytes must be 1024..1048576.";
        if (OptOutKey is { Length: > 0 } && !(OptOutKey.Length == 1 && FlowKeys.Are(OptOutKey))) yield return $"{section}:OptOutKey must be one of 0-9, * and #.";
        if (OptOutText.Length > FlowChecks.MostText) yield return $"{section}:OptOutText must have at most {FlowChecks.MostText} characters.";
    }
}
