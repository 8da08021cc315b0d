namespace Herald.Store.Log;

/// <summary>Where a chain stands: the number and hash of its last line.</summary>
internal readonly record struct LogHead(long Number, byte[] Hash);
