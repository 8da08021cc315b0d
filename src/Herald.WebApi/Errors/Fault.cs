namespace Herald.WebApi.Errors;

/// <summary>A refusal as a value: HTTP status, the product's code (<c>0x8…</c>), a sentence, and the member it is about.</summary>
public sealed record Fault(int Status, string Code, string Message, string? Target = null);
