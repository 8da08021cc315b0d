namespace Herald.Store.Tests.Contacts;

public sealed class PostgresContactTests() : ContactConformance(StoreEngine.Postgres);
