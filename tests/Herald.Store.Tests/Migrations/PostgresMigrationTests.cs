namespace Herald.Store.Tests.Migrations;

public sealed class PostgresMigrationTests() : MigrationConformance(StoreEngine.Postgres);
