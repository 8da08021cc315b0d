namespace Herald.Store.Tests.Queue;

public sealed class SqliteLateTests() : LateConformance(StoreEngine.Sqlite);
