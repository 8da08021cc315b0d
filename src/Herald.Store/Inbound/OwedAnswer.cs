namespace Herald.Store.Inbound;

/// <summary>A confirmation that this process has claimed.</summary>
public sealed record OwedAnswer(Guid Id, string Transport, string From, string To, string Text);
