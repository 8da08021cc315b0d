namespace Herald.Store.Tests.Migrations;

public sealed class SqliteMigrationTests() : MigrationConformance(StoreEngine.Sqlite);
