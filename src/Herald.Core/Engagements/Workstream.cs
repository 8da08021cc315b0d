namespace Herald.Core.Engagements;

/// <summary>Outbound route of an engagement.</summary>
/// <param name="PhoneNumber">E.164 (or sender name for SMS) that calls and messages come from.</param>
/// <param name="Agent">Name of the flow or HTTP agent that speaks; null = the built-in greeting.</param>
public sealed record Workstream(Guid Id, string? PhoneNumber, string? Language, string? Agent, bool Record, Guid? ProfileId);
