namespace Herald.WebApi.Catalogue;

/// <summary>Columns that together name one row; <paramref name="Name"/> appears in the error for a duplicate.</summary>
public sealed record AlternateKey(string Name, params string[] Columns);
