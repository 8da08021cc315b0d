namespace Herald.Store.Tests.Queue;

public sealed class SqliteRaceTests() : RaceConformance(StoreEngine.Sqlite);
