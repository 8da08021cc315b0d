namespace Herald.Store.Intake;

/// <summary>OASIS Repeatable Requests: kept 24 h in the task's own transaction.</summary>
/// <param name="Key">Hash of caller, action and Repeatability-Request-ID; 32 bytes.</param>
/// <param name="BodyHash">Hash of the body's bytes; 32 bytes.</param>
/// <param name="Answer">The JSON answer given on success, returned to repeats verbatim.</param>
public sealed record RepeatKey(byte[] Key, byte[] BodyHash, byte[] Answer);
