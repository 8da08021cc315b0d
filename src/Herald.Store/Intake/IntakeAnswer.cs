namespace Herald.Store.Intake;

/// <summary>Durable, or found to be the repeat of an earlier one (nothing written).</summary>
public readonly record struct IntakeAnswer(KeptAnswer? Earlier)
{
    public bool Accepted => Earlier is null;
}
