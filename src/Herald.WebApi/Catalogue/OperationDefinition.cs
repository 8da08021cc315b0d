namespace Herald.WebApi.Catalogue;

/// <summary>An action or function for <c>$metadata</c>; who answers it is not said here.</summary>
/// <param name="Returns">Members of the response type; empty: no content.</param>
public sealed record OperationDefinition(string Name, bool IsFunction, IReadOnlyList<ParameterDefinition> Parameters, IReadOnlyList<ParameterDefinition> Returns)
{
    /// <summary>Logical name of the table it is bound to (a row of it); null: unbound.</summary>
    public string? BoundTo { get; init; }

    /// <summary>The response is a collection of open <c>expando</c> rows instead of <see cref="Returns"/>.</summary>
    public bool ReturnsExpandos { get; init; }
}
