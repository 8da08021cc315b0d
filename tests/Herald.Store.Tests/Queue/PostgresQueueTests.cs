namespace Herald.Store.Tests.Queue;

public sealed class PostgresQueueTests() : QueueConformance(StoreEngine.Postgres);
