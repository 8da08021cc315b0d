namespace Herald.Store.Log;

/// <summary>The numbers are stored.</summary>
internal enum LogLineKind
{
    Start = 0,
    Sent = 1,
    End = 2,
    Receipt = 3,

    /// <summary>Nothing left this machine: the start it names no longer counts.</summary>
    NotSent = 4,
}
