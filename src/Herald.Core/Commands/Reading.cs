namespace Herald.Core.Commands;

/// <summary>A request either becomes a value or lists all its faults.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Accepted(T Value) : Reading<T>;

    /// <param name="Status">400, or 404 when the engagement is unknown or inactive.</param>
    /// <param name="Faults">Never empty, in the order of the request; at most 100.</param>
    public sealed record Refused(int Status, IReadOnlyList<Fault> Faults) : Reading<T>;
}
