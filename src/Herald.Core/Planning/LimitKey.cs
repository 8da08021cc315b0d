namespace Herald.Core.Planning;

/// <summary>What a limit counts by. Contact: contact row id, else unique identifier, else number. Phone: E.164. Task: its id.</summary>
public readonly record struct LimitKey(LimitScope Scope, string Value);
