namespace Herald.Store.Tests.Queue;

public sealed class PostgresRaceTests() : RaceConformance(StoreEngine.Postgres);
