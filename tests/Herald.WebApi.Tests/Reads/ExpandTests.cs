using System.Text.Json.Nodes;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public abstract class ExpandTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Attributes = "msdyn_proactive_delivery_attribute_msdyn_proactive_delivery_msdyn_proactive_delivery";
    private static readonly Guid Hours = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Queue = Guid.Parse("00000000-0000-0000-0000-0000000000a2");

    private protected override bool ReadsOnly => true;

    private protected override async Task SeedAsync(TestRows rows)
    {
        await DeliveryRows.AddAsync(rows, Id, 1, 12);
        for (var n = 1; n <= 6; n++)
            for (var a = 0; a < n; a++)
                await rows.ExecuteAsync($"insert into delivery_attribute (id, delivery_id, keyword, value, type, created_at) values ({Id(Guid.NewGuid())}, {Id(DeliveryRows.Id(n))}, 'key{a}', '{n}', {a % 2}, 0)");
        await rows.ExecuteAsync($"insert into operating_hour (id, name, created_at, modified_at) values ({Id(Hours)}, 'Day', 0, 0)");
        await rows.ExecuteAsync($"insert into queue (id, name, operatinghourid, created_at, modified_at) values ({Id(Queue)}, 'Desk', {Id(Hours)}, 0, 0)");
        await rows.ExecuteAsync($"insert into engagement (id, name, queue, created_at, modified_at) values ({Id(DeliveryRows.Engagement)}, 'E1', {Id(Queue)}, 0, 0), ({Id(Guid.AllBitsSet)}, 'E2', null, 0, 0)");
    }

    [Fact]
    public async Task A_collection_is_expanded_with_its_own_options()
    {
        var page = (await Site.GetAsync($"msdyn_proactive_deliveries?$select=versionnumber&$orderby=createdon&$expand={Attributes}($select=msdyn_keyword;$filter=msdyn_type eq 700610000;$orderby=msdyn_keyword desc;$top=2)")).Ok();
        page.Json["@odata.context"]!.ToString().ShouldEndWith($"#msdyn_proactive_deliveries(versionnumber,{Attributes}(msdyn_keyword))");
        var keys = page.Rows.Select(r => string.Join(',', r[Attributes]!.AsArray().Select(a => a!["msdyn_keyword"]!.ToString()))).ToList();
        keys.ShouldBe(["key0", "key0", "key2,key0", "key2,key0", "key4,key2", "key4,key2", "", "", "", "", "", ""]);
    }

    [Fact]
    public async Task Lookups_are_expanded_in_depth_and_an_empty_one_is_null()
    {
        var page = (await Site.GetAsync("msdyn_proactive_engagement_configs?$select=msdyn_name&$orderby=msdyn_name&$expand=msdyn_queue($select=name;$expand=msdyn_operatinghourid($select=msdyn_name))")).Ok();
        page.Rows[0]["msdyn_queue"]!["msdyn_operatinghourid"]!["msdyn_name"]!.ToString().ShouldBe("Day");
        page.Rows[1].ContainsKey("msdyn_queue").ShouldBeTrue();
        page.Rows[1]["msdyn_queue"].ShouldBeNull();
        page.Rows[0]["@odata.etag"].ShouldNotBeNull();
    }

    [Fact]
    public async Task One_row_is_expanded_both_ways()
    {
        var row = (await Site.GetAsync($"queues({Queue})?$select=name&$expand=msdyn_operatinghourid,queue_msdyn_proactive_engagement_config_msdyn_queue($select=msdyn_name)")).Ok().Json;
        row["msdyn_operatinghourid"]!["msdyn_name"]!.ToString().ShouldBe("Day");
        row["queue_msdyn_proactive_engagement_config_msdyn_queue"]!.AsArray().Single()!["msdyn_name"]!.ToString().ShouldBe("E1");
    }

    [Theory]
    [InlineData("$count=true;$select=msdyn_keyword", 5, 5)]
    [InlineData("$count=true;$top=2", 5, 2)]
    [InlineData("$count=true;$top=1;$filter=msdyn_type eq 700610000", 3, 1)]
    public async Task A_collection_is_counted_beside_its_rows_whatever_top_says(string options, int count, int rows)
    {
        var page = (await Site.GetAsync($"msdyn_proactive_deliveries?$select=versionnumber&$orderby=createdon&$expand={Attributes}({options})")).Ok();
        ((int)page.Rows[4][Attributes + "@odata.count"]!).ShouldBe(count);
        page.Rows[4][Attributes]!.AsArray().Count.ShouldBe(rows);
        ((int)page.Rows[11][Attributes + "@odata.count"]!).ShouldBe(0);
        var one = (await Site.GetAsync($"msdyn_proactive_deliveries({DeliveryRows.Id(5)})?$select=versionnumber&$expand={Attributes}({options})")).Ok().Json;
        ((int)one[Attributes + "@odata.count"]!).ShouldBe(count);
        one[Attributes]!.AsArray().Count.ShouldBe(rows);
    }

    [Fact]
    public async Task The_references_of_a_collection_are_paged()
    {
        var url = $"{Site.Root}/api/data/v9.2/msdyn_proactive_deliveries({DeliveryRows.Id(5)})/{Attributes}/$ref";
        var first = (await Site.GetAsync(url, ("Prefer", "odata.maxpagesize=3"))).Ok();
        first.Json["@odata.context"]!.ToString().ShouldEndWith("$metadata#Collection($ref)");
        var second = (await Site.GetAsync(first.Next!, ("Prefer", "odata.maxpagesize=3"))).Ok();
        second.Next.ShouldBeNull();
        var ids = first.Rows.Concat(second.Rows).Select(r => r.Single().Value!.ToString()).ToList();
        ids.Distinct().Count().ShouldBe(5);
        foreach (var id in ids) (await Site.GetAsync(id)).Ok();
        (await Site.GetAsync(url + "?$select=msdyn_keyword")).Refused(400, "0x80060888");
    }

    [Fact]
    public async Task Expanded_pages_follow_one_another()
    {
        var url = $"msdyn_proactive_deliveries?$select=versionnumber&$orderby=msdyn_result_date desc&$expand={Attributes}($select=msdyn_keyword)";
        (await Pages.WalkAsync(Site, url, 5)).Order().ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
    }

    [Theory]
    [InlineData("$expand=nothere", "Could not find a property named 'nothere'")]
    [InlineData("$expand=msdyn_queue($skip=1)", "supported inside $expand")]
    [InlineData("$expand=msdyn_queue($levels=2)", "")]
    [InlineData("$expand=msdyn_queue/$ref", "supported inside $expand")]
    public async Task What_cannot_be_expanded_is_refused(string query, string message) =>
        (await Site.GetAsync($"msdyn_proactive_engagement_configs?{query}")).Refused(400, "0x80060888").Message.ShouldContain(message);

    [Theory]
    [InlineData("aggregate($count as n)", """[{"n":12}]""")]
    [InlineData("aggregate(versionnumber with sum as s,versionnumber with average as a,versionnumber with min as lo,versionnumber with max as hi)", """[{"s":78,"a":6.5,"lo":1,"hi":12}]""")]
    [InlineData("groupby((msdyn_status),aggregate($count as n))&$orderby=n desc", """[{"msdyn_status":"Complete","n":8},{"msdyn_status":"Pending","n":4}]""")]
    [InlineData("filter(msdyn_status eq 'Complete')/groupby((msdyn_channel,msdyn_result),aggregate(versionnumber with max as hi))&$orderby=msdyn_channel", """[{"msdyn_channel":"Voice","msdyn_result":"Busy","hi":10},{"msdyn_channel":"SMS","msdyn_result":"LiveAnswer","hi":11}]""")]
    [InlineData("filter(msdyn_result eq null)/aggregate(msdyn_to_address with countdistinct as n,createdon with max as last)", """[{"n":4,"last":"2026-05-28T20:26:52Z"}]""")]
    [InlineData("groupby((msdyn_channel))&$orderby=msdyn_channel", """[{"msdyn_channel":"Voice"},{"msdyn_channel":"SMS"}]""")]
    [InlineData("groupby((msdyn_result),aggregate($count as n))&$orderby=n desc,msdyn_result&$top=1", """[{"msdyn_result":null,"n":4}]""")]
    public async Task Rows_are_grouped_and_aggregated(string apply, string expected)
    {
        var answer = (await Site.GetAsync($"msdyn_proactive_deliveries?$apply={apply}")).Ok();
        JsonNode.DeepEquals(answer.Json["value"], JsonNode.Parse(expected)).ShouldBeTrue(answer.Text);
    }

    [Theory]
    [InlineData("groupby((nothere))")]
    [InlineData("aggregate(msdyn_to_address with sum as s)")]
    [InlineData("filter(msdyn_status eq 'Complete')")]
    [InlineData("groupby((msdyn_status))/filter(msdyn_status eq 'x')")]
    [InlineData("topcount(1,versionnumber)")]
    [InlineData("")]
    public async Task What_cannot_be_grouped_is_refused(string apply) =>
        (await Site.GetAsync($"msdyn_proactive_deliveries?$apply={apply}")).Refused(400, "0x80060888");

    [Fact]
    public async Task Aggregation_over_more_rows_than_the_cap_is_refused()
    {
        await using var small = await Peers.Site.StartAsync(Rows, aggregateCap: 11);
        (await small.GetAsync("msdyn_proactive_deliveries?$apply=aggregate($count as n)")).Refused(400, "0x8004E023");
        (await small.GetAsync("msdyn_proactive_deliveries?$apply=filter(versionnumber lt 12)/aggregate($count as n)")).Ok();
    }
}

public sealed class SqliteExpandTests(PostgresCluster cluster) : ExpandTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresExpandTests(PostgresCluster cluster) : ExpandTests(SqlDialect.Postgres, cluster);
