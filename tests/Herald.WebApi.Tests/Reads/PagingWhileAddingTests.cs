using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public abstract class PagingWhileAddingTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Set = "msdyn_proactive_deliveries";

    private protected override Task SeedAsync(TestRows rows) => DeliveryRows.AddAsync(rows, Id, 1, 40);

    [Fact]
    public async Task Rows_added_meanwhile_neither_repeat_nor_hide_one()
    {
        var url = $"{Set}?$select=versionnumber&$orderby=createdon desc";
        var first = (await Site.GetAsync(url, ("Prefer", "odata.maxpagesize=15"))).Ok();
        await DeliveryRows.AddAsync(Rows, Id, 41, 60);
        var rest = await Pages.WalkAsync(Site, first.Next!, 15);
        first.Rows.Select(r => (long)r["versionnumber"]!).Concat(rest).ShouldBe(Enumerable.Range(1, 40).Reverse().Select(n => (long)n));
    }
}

public sealed class SqlitePagingWhileAddingTests(PostgresCluster cluster) : PagingWhileAddingTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresPagingWhileAddingTests(PostgresCluster cluster) : PagingWhileAddingTests(SqlDialect.Postgres, cluster);
