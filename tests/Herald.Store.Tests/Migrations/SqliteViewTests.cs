namespace Herald.Store.Tests.Migrations;

public sealed class SqliteViewTests() : ViewConformance(StoreEngine.Sqlite);
