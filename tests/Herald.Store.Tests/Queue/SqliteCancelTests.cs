namespace Herald.Store.Tests.Queue;

public sealed class SqliteCancelTests() : CancelConformance(StoreEngine.Sqlite);
