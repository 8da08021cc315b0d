namespace Herald.Server.Actions.Repeats;

/// <summary>400 for headers that cannot be read, 412 for a repeat that comes too late or with another body.</summary>
internal sealed record RepeatRefusal(int Status, string Code, string Message);
