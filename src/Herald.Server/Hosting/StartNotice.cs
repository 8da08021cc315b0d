namespace Herald.Server.Hosting;

/// <summary>Something found before the log existed, to be said at start.</summary>
internal sealed record StartNotice(string Text);
