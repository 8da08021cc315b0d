namespace Herald.Store.Tests.Log;

public sealed class SqliteLogTests() : LogConformance(StoreEngine.Sqlite);
