namespace Herald.Store.Tests.Queue;

public sealed class SqliteReceiptTests() : ReceiptConformance(StoreEngine.Sqlite);
