using Herald.Store;

namespace Herald.Simulation.Tests;

public sealed class SqliteSimulationTests() : SimulationTests(StoreEngine.Sqlite);
