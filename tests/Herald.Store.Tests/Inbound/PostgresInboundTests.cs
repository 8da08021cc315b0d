namespace Herald.Store.Tests.Inbound;

public sealed class PostgresInboundTests() : InboundConformance(StoreEngine.Postgres);
