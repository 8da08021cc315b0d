namespace Herald.Store.Migrations;

/// <summary>The database's schema is not one this build can bring forward. The message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
