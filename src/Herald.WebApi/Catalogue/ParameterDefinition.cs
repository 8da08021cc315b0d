using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>A parameter or a member of a response.</summary>
public sealed record ParameterDefinition(string Name, EdmPrimitiveTypeKind Type, bool Required = false, bool Many = false)
{
    /// <summary>Of an object: its members take the place of <see cref="Type"/>. Its complex type has the name of the operation and of the member.</summary>
    public IReadOnlyList<ParameterDefinition> Members { get; init; } = [];
}
