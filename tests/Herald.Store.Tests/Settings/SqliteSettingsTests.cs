namespace Herald.Store.Tests.Settings;

public sealed class SqliteSettingsTests() : SettingsConformance(StoreEngine.Sqlite);
