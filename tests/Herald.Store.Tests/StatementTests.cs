using Herald.Store.Statements;

namespace Herald.Store.Tests;

public sealed class StatementTests
{
    [Fact]
    public void Both_engines_have_the_same_statements() =>
        Names(StoreEngine.Sqlite).ShouldBe(Names(StoreEngine.Postgres));

    private static IEnumerable<string> Names(StoreEngine engine) => SqlTexts.Under($"Sql/{engine}").Select(name => name[$"Sql/{engine}/".Length..]);
}
