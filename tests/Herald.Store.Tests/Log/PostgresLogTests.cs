namespace Herald.Store.Tests.Log;

public sealed class PostgresLogTests() : LogConformance(StoreEngine.Postgres);
