namespace Herald.Store.Tests.Consents;

public sealed class SqliteConsentTests() : ConsentConformance(StoreEngine.Sqlite);
