namespace Herald.Store.Tests.Queue;

public sealed class SqliteQueueTests() : QueueConformance(StoreEngine.Sqlite);
