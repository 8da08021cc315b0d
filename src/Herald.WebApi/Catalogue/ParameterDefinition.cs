using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>A parameter or a member of a response.</summary>
public sealed record ParameterDefinition(string Name, EdmPrimitiveTypeKind Type, bool Required = false, bool Many = false);
