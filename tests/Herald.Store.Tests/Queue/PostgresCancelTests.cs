namespace Herald.Store.Tests.Queue;

public sealed class PostgresCancelTests() : CancelConformance(StoreEngine.Postgres);
