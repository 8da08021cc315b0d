using Herald.Core.Outcomes;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An answer to a submit that had been given up and is Unknown.</summary>
/// <param name="ProfileId">Under which its message ids and receipts meet.</param>
/// <param name="MessageIds">Of the segments that were taken; empty when refused.</param>
/// <param name="Segments">Receipts the whole message has.</param>
/// <param name="Receipts">Whether receipts will come; else being taken is the best that will ever be known.</param>
/// <param name="Refused">The end when it was refused.</param>
public sealed record LateSubmit(Guid DeliveryId, Guid ProfileId, IReadOnlyList<string> MessageIds, int Segments, bool Receipts, AttemptOutcome? Refused, Instant At);
