namespace Herald.Core.Commands;

/// <summary>The numbers of a contact row as they stand there (<c>mobilephone</c>, <c>telephone1</c>, <c>telephone2</c>).</summary>
public sealed record ContactNumbers(string? Mobile, string? Business, string? Home);
