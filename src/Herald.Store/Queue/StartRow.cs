using Herald.Core.Planning;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>One attempt about to be made.</summary>
/// <param name="Sequence">This attempt's number, from 1.</param>
/// <param name="ContactKey">What limits count this person by; stored with the log line.</param>
/// <param name="Zone">IANA id the decision was made in, for the log.</param>
/// <param name="Demands">Counts re-checked in the start's own transaction; a batch holds a key once, its twins wait for the next pass.</param>
/// <param name="Inputs">Input attributes: written as rows with the start.</param>
public sealed record StartRow(
    Guid DeliveryId,
    Guid TaskId,
    int Sequence,
    Candidate Candidate,
    Core.Deliveries.Window Window,
    Instant ClosesAt,
    string ContactKey,
    string? FromAddress,
    string? Zone,
    IReadOnlyList<LimitDemand> Demands,
    IReadOnlyDictionary<string, string> Inputs);
