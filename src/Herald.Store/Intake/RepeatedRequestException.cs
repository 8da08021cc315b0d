namespace Herald.Store.Intake;

/// <summary>A bulk request whose repeat key was claimed by another one meanwhile; nothing of this one was kept.</summary>
public sealed class RepeatedRequestException(KeptAnswer earlier) : Exception("An earlier request has this repeat key.")
{
    public KeptAnswer Earlier { get; } = earlier;
}
