using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class SqliteTamperedTests() : TamperedConformance(StoreEngine.Sqlite);
