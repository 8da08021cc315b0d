namespace Herald.Store.Tests.Intake;

public sealed class SqliteIntakeTests() : IntakeConformance(StoreEngine.Sqlite);
