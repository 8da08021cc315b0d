namespace Herald.Sip;

/// <summary>One call to make.</summary>
public sealed record CallRequest
{
    /// <summary>Number as the trunk wants it (E.164 with +, or what its dial plan asks), or a whole <c>sip:</c> URI.</summary>
    public required string To { get; init; }

    /// <summary>Number shown to the called person: user part of From, and of P-Asserted-Identity where the trunk asserts.</summary>
    public required string From { get; init; }

    /// <summary>Name shown beside it; may be empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Hide the number (Privacy: id, RFC 3323; From becomes anonymous). Default false.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Names of trunks that may carry it, in order of preference. Empty = all of the endpoint, in its order.</summary>
    public IReadOnlyList<string> Trunks { get; init; } = [];

    /// <summary>How long it may ring (from the first 18x) before we cancel. Default 45 s; at least 15 s.</summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a trunk may take from the INVITE to the first 18x or answer before we cancel. Default 30 s; at least 15 s.</summary>
    public TimeSpan SetupTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Extra headers; names begin with <c>X-</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Listen for answering machines, fax and tones. Null = do not.</summary>
    public ProgressOptions? Progress { get; init; }

    /// <summary>Longest talk. Default 2 h; then we hang up.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(2);
}
