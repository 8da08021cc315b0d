using Herald.Store;

namespace Herald.Simulation.Tests;

public sealed class PostgresSimulationTests() : SimulationTests(StoreEngine.Postgres);
