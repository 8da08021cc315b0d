namespace Herald.Store.Tests.Pruning;

public sealed class PostgresPruneTests() : PruneConformance(StoreEngine.Postgres);
