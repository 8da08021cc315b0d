namespace Herald.Store.Tests.Queue;

public sealed class PostgresLateTests() : LateConformance(StoreEngine.Postgres);
