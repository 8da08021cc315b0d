namespace Herald.Smpp.Protocol;

/// <param name="Max">Octets at most, the closing zero of a C-octet string included.</param>
internal readonly record struct ParameterDefinition(Parameter Id, ParameterKind Kind, int Max);
