namespace Herald.Store.Log;

/// <summary>A line with its place and hash.</summary>
internal sealed record ChainedLine(long Id, LogLine Line, byte[] Hash);
