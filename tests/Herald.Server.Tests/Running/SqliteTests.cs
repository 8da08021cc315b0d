namespace Herald.Server.Tests.Running;

/// <summary>The classes that share the server; they run one after another.</summary>
[CollectionDefinition]
public sealed class SqliteTests : ICollectionFixture<SqliteServer>;
