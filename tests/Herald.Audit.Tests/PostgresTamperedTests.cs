using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class PostgresTamperedTests() : TamperedConformance(StoreEngine.Postgres);
