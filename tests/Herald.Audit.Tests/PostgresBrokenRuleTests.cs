using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class PostgresBrokenRuleTests() : BrokenRuleConformance(StoreEngine.Postgres);
