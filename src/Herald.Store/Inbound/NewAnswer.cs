using NodaTime;

namespace Herald.Store.Inbound;

/// <param name="Until">Not sent after that moment.</param>
public sealed record NewAnswer(string Transport, string From, string To, string Text, Instant Until);
