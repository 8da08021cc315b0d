namespace Herald.Dispatch.Channels;

/// <summary>A text that belongs to no delivery.</summary>
public sealed record AnswerMessage(string From, string To, string Text);
