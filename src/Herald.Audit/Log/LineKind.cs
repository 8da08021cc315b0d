namespace Herald.Audit.Log;

/// <summary>The numbers of <c>attempt_log.kind</c>.</summary>
internal enum LineKind
{
    Start = 0,
    Sent = 1,
    End = 2,
    Receipt = 3,
    NotSent = 4,
}
