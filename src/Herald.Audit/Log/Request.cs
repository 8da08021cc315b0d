namespace Herald.Audit.Log;

/// <summary>What was accepted, as far as an attempt at one of its contacts is judged by it.</summary>
/// <param name="AcceptedAt">Unix milliseconds, as is <paramref name="EndedAt"/>.</param>
/// <param name="Windows">Those that bind this contact, in ticks of 100 ns since 1970.</param>
internal sealed record Request(long AcceptedAt, int Intake, long? EndedAt, Contact Contact, (long Start, long End)[] Windows)
{
    private const int FirstGenerationIntake = 3;

    public bool FirstGeneration => Intake == FirstGenerationIntake;
}
