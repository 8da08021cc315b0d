namespace Herald.Store.Tests.Settings;

public sealed class PostgresSettingsTests() : SettingsConformance(StoreEngine.Postgres);
