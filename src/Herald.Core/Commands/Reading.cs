namespace Herald.Core.Commands;

/// <summary>A request either becomes a value or lists all its faults.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Accepted(T Value) : Reading<T>;

    /// <param name="Status">400; 404 when an unknown or inactive engagement is all that is wrong; 412 for a repeat that comes too late.</param>
    /// <param name="Faults">Never empty, in the order of the request; at most 100.</param>
    public sealed record Refused(int Status, IReadOnlyList<Fault> Faults) : Reading<T>;
}
