namespace Herald.Dispatch.Intake;

/// <summary>OASIS Repeatable Requests: the same id gives the same answer for 24 h.</summary>
/// <param name="Key">Hash of caller, action and Repeatability-Request-ID; 32 bytes.</param>
/// <param name="BodyHash">Hash of the body's bytes; 32 bytes.</param>
/// <param name="Answer">The JSON body that success will be answered with, made from the ids before they are durable.</param>
public sealed record RepeatRequest(byte[] Key, byte[] BodyHash, Func<Guid, Guid, byte[]> Answer);
