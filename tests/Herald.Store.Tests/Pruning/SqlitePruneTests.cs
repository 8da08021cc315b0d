namespace Herald.Store.Tests.Pruning;

public sealed class SqlitePruneTests() : PruneConformance(StoreEngine.Sqlite);
