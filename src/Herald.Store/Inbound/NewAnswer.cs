using NodaTime;

namespace Herald.Store.Inbound;

/// <param name="TryAt">Whoever looks for owed answers finds it from then on.</param>
/// <param name="Until">Not sent after that moment.</param>
public sealed record NewAnswer(string Transport, string From, string To, string Text, Instant TryAt, Instant Until);
