namespace Herald.Store.Tests.Contacts;

public sealed class SqliteContactTests() : ContactConformance(StoreEngine.Sqlite);
