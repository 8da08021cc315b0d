using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public abstract class PagingTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Set = "msdyn_proactive_deliveries";

    private protected override bool ReadsOnly => true;

    private protected override Task SeedAsync(TestRows rows) => DeliveryRows.AddAsync(rows, Id, 1, 40);

    [Theory]
    [InlineData("")]
    [InlineData("$orderby=createdon")]
    [InlineData("$orderby=createdon desc")]
    [InlineData("$orderby=msdyn_result_date")]
    [InlineData("$orderby=msdyn_result_date desc")]
    [InlineData("$orderby=msdyn_result desc,msdyn_result_date,createdon desc")]
    [InlineData("$orderby=msdyn_channel,msdyn_result_date desc")]
    [InlineData("$orderby=msdyn_status desc,msdyn_from_address,msdyn_to_address desc")]
    [InlineData("$orderby=msdyn_speech_detected,msdyn_tracking_id desc")]
    public async Task A_walk_gives_every_row_once_in_the_order_of_one_page(string order)
    {
        var whole = (await Site.GetAsync($"{Set}?$select=versionnumber&{order}")).Ok();
        whole.Next.ShouldBeNull();
        foreach (var size in (int[])[1, 7, 40])
        {
            var walked = await WalkAsync($"{Set}?$select=versionnumber&{order}", size);
            walked.ShouldBe(whole.Rows.Select(r => (long)r["versionnumber"]!));
        }
        whole.Rows.Select(r => (long)r["versionnumber"]!).Order().ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
    }

    [Fact]
    public async Task A_token_of_another_query_is_refused()
    {
        var next = (await Site.GetAsync($"{Set}?$orderby=createdon", ("Prefer", "odata.maxpagesize=5"))).Ok().Next!;
        next.ShouldContain("&$skiptoken=%3Ccookie%20pagenumber%3D%222%22");
        (await Site.GetAsync(next.Replace("=createdon", "=msdyn_to_address"))).Refused(400, "0x80060888");
        (await Site.GetAsync(next.Replace("pagingcookie%3D%22W", "pagingcookie%3D%22Y"))).Refused(400, "0x80060888");
    }

    private Task<List<long>> WalkAsync(string url, int size) => Pages.WalkAsync(Site, url, size);
}

public sealed class SqlitePagingTests(PostgresCluster cluster) : PagingTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresPagingTests(PostgresCluster cluster) : PagingTests(SqlDialect.Postgres, cluster);
