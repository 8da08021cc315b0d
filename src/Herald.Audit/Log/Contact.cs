namespace Herald.Audit.Log;

/// <summary>One person of a request.</summary>
/// <param name="Numbers">Mobile, business, home.</param>
internal sealed record Contact(IReadOnlyList<string?> Numbers, string? Country, string? State, string? PostalCode, string? Zone, IReadOnlyDictionary<string, string> Attributes);
