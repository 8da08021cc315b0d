namespace Herald.Store.Tests.Queue;

public sealed class PostgresReceiptTests() : ReceiptConformance(StoreEngine.Postgres);
