namespace Herald.Server.Protection;

/// <summary>Whether a request may go on, and what is left of the limits.</summary>
/// <param name="Code">Empty: go on.</param>
/// <param name="RetryAfter">Seconds.</param>
internal readonly record struct ProtectionVerdict(string Code, int RetryAfter, int RequestsLeft, TimeSpan TimeLeft)
{
    public static readonly ProtectionVerdict Concurrent = new("0x80072326", 1, 0, TimeSpan.Zero);

    public bool Refused => Code.Length > 0;

    public static ProtectionVerdict GoOn(int requests, TimeSpan time) => new("", 0, requests, time > TimeSpan.Zero ? time : TimeSpan.Zero);

    public static ProtectionVerdict Requests(int seconds) => new("0x80072322", seconds, 0, TimeSpan.Zero);

    public static ProtectionVerdict Execution(int seconds) => new("0x80072321", seconds, 0, TimeSpan.Zero);
}
