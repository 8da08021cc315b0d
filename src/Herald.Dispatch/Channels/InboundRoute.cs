namespace Herald.Dispatch.Channels;

/// <summary>Who takes the calls to one of our numbers.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Language">Of the number's workstream.</param>
/// <param name="Record">The workstream wants its calls recorded.</param>
public sealed record InboundRoute(string Agent, string? Language, bool Record);
