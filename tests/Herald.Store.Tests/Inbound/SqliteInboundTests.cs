namespace Herald.Store.Tests.Inbound;

public sealed class SqliteInboundTests() : InboundConformance(StoreEngine.Sqlite);
