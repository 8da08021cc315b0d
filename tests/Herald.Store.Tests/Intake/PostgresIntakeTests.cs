namespace Herald.Store.Tests.Intake;

public sealed class PostgresIntakeTests() : IntakeConformance(StoreEngine.Postgres);
