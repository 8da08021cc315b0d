namespace Herald.WebApi.Errors;

/// <summary>Carries faults from deep inside parsing or a transaction to the edge of the request; never leaves the room.</summary>
internal sealed class RefusedException(IReadOnlyList<Fault> faults) : Exception(faults[0].Message)
{
    public RefusedException(Fault fault) : this([fault])
    {
    }

    public IReadOnlyList<Fault> Faults { get; } = faults;
}
