using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Outcomes;

/// <summary>What a channel reports of an attempt that is over.</summary>
public sealed record AttemptOutcome
{
    public required DeliveryResult Result { get; init; }
    public required Instant EndedAt { get; init; }

    /// <summary>A <see cref="ReasonCode"/> or a channel's own code (≤ 50 characters), with a sentence a supervisor understands (≤ 500).</summary>
    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    /// <summary>JSON: SIP code, Q.850 cause, reason texts, or the SMSC's status (≤ 1,000 characters).</summary>
    public string? Diagnostics { get; init; }

    /// <summary>The person pressed reject (603, 607).</summary>
    public bool Declined { get; init; }

    /// <summary>A person answered and nobody took the call within the customer wait threshold; result LiveAnswer.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Telephony correlation id (SIP Call-ID) or the SMSC's message id.</summary>
    public string? CallId { get; init; }

    public Instant? SentAt { get; init; }
    public Instant? ConnectedAt { get; init; }
    public Instant? SpeechAt { get; init; }
    public bool SpeechDetected { get; init; }

    /// <summary>Set by the agent during the talk; written as attribute rows of type Result.</summary>
    public IReadOnlyDictionary<string, string> ResultAttributes { get; init; } = Contact.NoAttributes;
}
