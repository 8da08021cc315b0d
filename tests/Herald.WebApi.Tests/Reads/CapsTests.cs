using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

/// <summary>The product's bounds at their real size: one row more than an aggregation may read.</summary>
public abstract class CapsTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Set = "msdyn_proactive_deliveries";

    private protected override bool ReadsOnly => true;

    private protected override Task SeedAsync(TestRows rows)
    {
        var (number, id) = Dialect == SqlDialect.Sqlite ? ("(with recursive n(i) as (select 1 union all select i + 1 from n where i < 50001) select i from n)", "randomblob(16)") : ("(select generate_series(1, 50001) as i) n", "gen_random_uuid()");
        return rows.ExecuteAsync($"""
            insert into delivery (id, task_id, engagement_id, created_at, modified_at, version, state, status, channel, dial_mode, to_address)
            select {id}, {id}, {Id(DeliveryRows.Engagement)}, {DeliveryRows.First} + i, 0, i, 0, 0, i % 2, 0, '+15550001' from {number}
            """);
    }

    [Fact]
    public async Task A_count_stops_at_5000()
    {
        var page = (await Site.GetAsync($"{Set}?$select=versionnumber&$count=true&$top=1", ("Prefer", "odata.include-annotations=\"*\""))).Ok();
        ((int)page.Json["@odata.count"]!).ShouldBe(5000);
        ((bool)page.Json["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"]!).ShouldBeTrue();
        (await Site.GetAsync($"{Set}/$count")).Ok().Text.ShouldBe("5000");
        (await Site.GetAsync($"{Set}/$count?$filter=versionnumber le 4999")).Ok().Text.ShouldBe("4999");
        var fetched = (await Site.GetAsync($"{Set}?fetchXml=<fetch top='1' returntotalrecordcount='true'><entity name='msdyn_proactive_delivery'/></fetch>")).Ok();
        ((int)fetched.Json["@Microsoft.Dynamics.CRM.totalrecordcount"]!).ShouldBe(5000);
    }

    [Theory]
    [InlineData("$apply=aggregate($count as n)")]
    [InlineData("$apply=filter(versionnumber gt 0)/groupby((msdyn_channel),aggregate($count as n))")]
    [InlineData("fetchXml=<fetch aggregate='true'><entity name='msdyn_proactive_delivery'><attribute name='versionnumber' alias='n' aggregate='count'/></entity></fetch>")]
    public async Task An_aggregation_over_50001_rows_is_refused(string query) => (await Site.GetAsync($"{Set}?{query}")).Refused(400, "0x8004E023");

    [Fact]
    public async Task One_over_50000_rows_is_served()
    {
        var groups = (await Site.GetAsync($"{Set}?$apply=filter(versionnumber gt 1)/groupby((msdyn_channel),aggregate($count as n))")).Ok();
        groups.Rows.Select(r => (int)r["n"]!).ShouldBe([25_000, 25_000]);
    }
}

public sealed class SqliteCapsTests(PostgresCluster cluster) : CapsTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresCapsTests(PostgresCluster cluster) : CapsTests(SqlDialect.Postgres, cluster);
