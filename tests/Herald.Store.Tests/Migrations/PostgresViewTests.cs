namespace Herald.Store.Tests.Migrations;

public sealed class PostgresViewTests() : ViewConformance(StoreEngine.Postgres);
