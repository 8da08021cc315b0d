using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Log;

/// <summary>A line of the attempt log before it has its place in the chain.</summary>
internal sealed record LogLine(LogLineKind Kind, Instant At, LogFacts Of)
{
    /// <summary>U+001E, the record separator.</summary>
    public const char BetweenSubjects = '\u001e';

    /// <summary>Reserved before; null = the chain's next.</summary>
    public long? Id { get; init; }

    public string? ContactKey { get; init; }

    /// <summary>All subjects of a start, between them <see cref="BetweenSubjects"/>: the evidence; counts read <c>attempt_subject</c>.</summary>
    public string? SubjectKey { get; init; }

    public string? Zone { get; init; }
    public DeliveryResult? Result { get; init; }
    public string? Reason { get; init; }
}
