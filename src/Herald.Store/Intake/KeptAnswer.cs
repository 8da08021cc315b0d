namespace Herald.Store.Intake;

/// <summary>What an earlier request under the same repeat key was answered.</summary>
public sealed record KeptAnswer(byte[] BodyHash, byte[] Answer);
