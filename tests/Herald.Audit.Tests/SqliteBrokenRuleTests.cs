using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class SqliteBrokenRuleTests() : BrokenRuleConformance(StoreEngine.Sqlite);
