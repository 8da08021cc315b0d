using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public abstract class ReadsTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Set = "msdyn_proactive_deliveries";

    private protected override bool ReadsOnly => true;

    private protected override async Task SeedAsync(TestRows rows)
    {
        await DeliveryRows.AddAsync(rows, Id, 1, 30);
        await rows.ExecuteAsync($"insert into queue (id, name, created_at, modified_at) values ({Id(Guid.AllBitsSet)}, 'Front desk', 0, 0)");
        await rows.ExecuteAsync($"insert into engagement (id, name, type, queue, created_at, modified_at) values ({Id(DeliveryRows.Engagement)}, 'Dunning', 100000000, {Id(Guid.AllBitsSet)}, {DeliveryRows.First}, 0)");
    }

    [Fact]
    public async Task A_row_is_read_by_its_key_with_etag_context_and_only_what_was_selected()
    {
        var id = DeliveryRows.Id(7);
        var answer = (await Site.GetAsync($"{Set}({id})?$select=msdyn_status,msdyn_result,msdyn_to_address,createdon,msdyn_result_date_ms,_ownerid_value")).Ok();
        answer.Headers["OData-Version"].ShouldBe("4.0");
        answer.Headers["Content-Type"].ShouldBe("application/json; odata.metadata=minimal");
        answer.Json["@odata.context"]!.ToString().ShouldBe($"{Site.Root}/api/data/v9.2/$metadata#{Set}(msdyn_status,msdyn_result,msdyn_to_address,createdon,msdyn_result_date_ms,_ownerid_value)/$entity");
        answer.Json["@odata.etag"]!.ToString().ShouldBe("W/\"7\"");
        answer.Json["msdyn_proactive_deliveryid"]!.ToString().ShouldBe(id.ToString());
        answer.Json["msdyn_status"]!.ToString().ShouldBe("Complete");
        answer.Json["msdyn_result"]!.ToString().ShouldBe("LiveAnswer");
        answer.Json["msdyn_to_address"]!.ToString().ShouldBe("+15550000007");
        answer.Json["createdon"]!.ToString().ShouldBe("2026-05-28T20:26:47Z");
        answer.Json["msdyn_result_date_ms"]!.ToString().ShouldBe("2026-05-28T20:26:41.500Z");
        answer.Json.ContainsKey("_ownerid_value").ShouldBeTrue();
        answer.Json["_ownerid_value"].ShouldBeNull();
        answer.Json.Count.ShouldBe(9);
    }

    [Fact]
    public async Task An_elastic_row_is_found_by_its_two_part_key_and_in_no_other_partition()
    {
        var id = DeliveryRows.Id(7);
        (await Site.GetAsync($"{Set}(msdyn_proactive_deliveryid={id},partitionid='{id}')")).Ok();
        (await Site.GetAsync($"{Set}({id})?partitionId='{id}'")).Refused(404, "0x80040217");
        (await Site.GetAsync($"{Set}({id})?partitionId={id}")).Ok();
        (await Site.GetAsync($"{Set}(msdyn_proactive_deliveryid={id},partitionid='other')")).Refused(404, "0x80040217");
    }

    [Fact]
    public async Task The_same_etag_answers_304()
    {
        var answer = await Site.GetAsync($"{Set}({DeliveryRows.Id(7)})", ("If-None-Match", "W/\"7\""));
        answer.Status.ShouldBe(304);
        (await Site.GetAsync($"{Set}({DeliveryRows.Id(7)})", ("If-None-Match", "null"), ("If-Match", "*"))).Ok();
    }

    [Theory]
    [InlineData("msdyn_delivery_id eq '{7}'", 1)]
    [InlineData("msdyn_delivery_id eq 'no guid'", 0)]
    [InlineData("contains(msdyn_delivery_id,'00000007')", 1)]
    [InlineData("msdyn_proactive_deliveryid eq {7}", 1)]
    [InlineData("msdyn_status eq 'Complete'", 20)]
    [InlineData("msdyn_status eq 'complete' and msdyn_channel eq 'SMS'", 10)]
    [InlineData("msdyn_status ne 'Complete'", 10)]
    [InlineData("msdyn_result eq null", 10)]
    [InlineData("msdyn_result ne 'Busy'", 20)]
    [InlineData("not (msdyn_result eq 'Busy')", 20)]
    [InlineData("not (msdyn_seq_no gt 3)", 30)]
    [InlineData("msdyn_to_address eq '%2B15550000007'", 1)]
    [InlineData("startswith(msdyn_to_address,'%2B1555000001')", 10)]
    [InlineData("endswith(msdyn_to_address,'7')", 3)]
    [InlineData("contains(msdyn_to_address,'_')", 0)]
    [InlineData("msdyn_tracking_id eq 'T12'", 1)]
    [InlineData("msdyn_tracking_id eq 't12'", 1)]
    [InlineData("createdon eq 2026-05-28T20:26:47Z", 1)]
    [InlineData("createdon gt 2026-05-28T20:26:47Z", 23)]
    [InlineData("createdon ge 2026-05-28T20:26:47Z", 24)]
    [InlineData("createdon lt 2026-05-28T20:26:47Z", 6)]
    [InlineData("createdon le 2026-05-28T20:26:47.000Z", 7)]
    [InlineData("createdon gt 2026-05-28", 30)]
    [InlineData("msdyn_result_date_ms eq '2026-05-28T20:26:41.500Z'", 3)]
    [InlineData("msdyn_proactive_engagement_config_id eq 'A1B2C3D4-e5f6-7890-abcd-ef1234567890' and versionnumber le 5", 5)]
    [InlineData("(versionnumber eq 1 or versionnumber eq 2) and true", 2)]
    [InlineData("msdyn_country eq 'DE'", 30)]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='msdyn_status',PropertyValues=['Complete','Error'])", 20)]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1='msdyn_delivery_id'&@p2=['{1}','{2}']", 2)]
    [InlineData("Microsoft.Dynamics.CRM.Between(PropertyName='versionnumber',PropertyValues=['3','5'])", 3)]
    [InlineData("Microsoft.Dynamics.CRM.On(PropertyName='createdon',PropertyValue='2026-05-28')", 30)]
    [InlineData("Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=1)", 0)]
    [InlineData("msdyn_proactive_delivery_attribute_msdyn_proactive_delivery_msdyn_proactive_delivery/any(a:a/msdyn_keyword eq 'x')", 0)]
    public async Task A_filter_finds_what_it_says(string filter, int rows)
    {
        filter = filter.Replace("{7}", DeliveryRows.Id(7).ToString()).Replace("{1}", DeliveryRows.Id(1).ToString()).Replace("{2}", DeliveryRows.Id(2).ToString());
        var answer = (await Site.GetAsync($"{Set}?$select=msdyn_status&$count=true&$filter={filter}")).Ok();
        answer.Rows.Count.ShouldBe(rows);
        ((int)answer.Json["@odata.count"]!).ShouldBe(rows);
    }

    [Theory]
    [InlineData("$filter=statecode eq 0", 400, "0x80060888", "Could not find a property named 'statecode' on type 'Microsoft.Dynamics.CRM.msdyn_proactive_delivery'.")]
    [InlineData("$select=nothere", 400, "0x80060888", "Could not find a property named 'nothere' on type 'Microsoft.Dynamics.CRM.msdyn_proactive_delivery'.")]
    [InlineData("$select=ownerid", 400, "0x80060888", "Could not find a property named 'ownerid' on type 'Microsoft.Dynamics.CRM.msdyn_proactive_delivery'.")]
    [InlineData("$filter=msdyn_Status eq 'Complete'", 400, "0x80060888", "Could not find a property named 'msdyn_Status' on type 'Microsoft.Dynamics.CRM.msdyn_proactive_delivery'.")]
    [InlineData("$filter=msdyn_proactive_deliveryid eq 'x'", 400, "0x80060888", "A binary operator with incompatible types was detected. Found operand types 'Edm.Guid' and 'Edm.String' for operator kind 'Equal'.")]
    [InlineData("$skip=3", 400, "0x80060888", null)]
    [InlineData("$top=0", 400, "0x80060888", null)]
    [InlineData("select=msdyn_status", 400, "0x80060888", null)]
    [InlineData("$filter=length(msdyn_to_address) eq 3", 400, "0x80060888", null)]
    [InlineData("$filter=versionnumber add 1 eq 3", 400, "0x80060888", null)]
    [InlineData("$orderby=nothere", 400, "0x80060888", null)]
    [InlineData("$skiptoken=abc", 400, "0x80060888", null)]
    public async Task What_cannot_be_read_is_refused_in_the_products_words(string query, int status, string code, string? message)
    {
        var answer = (await Site.GetAsync($"{Set}?{query}")).Refused(status, code);
        if (message is not null) answer.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("nothing", 404, "0x8006088a", "Resource not found for the segment 'nothing'.")]
    [InlineData("Contacts", 404, "0x8006088a", "Resource not found for the segment 'Contacts'.")]
    [InlineData("contacts(11111111-1111-1111-1111-111111111111)", 404, "0x80040217", "contact With Id = 11111111-1111-1111-1111-111111111111 Does Not Exist")]
    [InlineData("contacts('x')", 400, "0x80060888", null)]
    [InlineData("contacts(firstname='x')", 400, "0x80060888", null)]
    [InlineData("systemusers(applicationid=11111111-1111-1111-1111-111111111111)", 404, "0x80060891", "A record with the specified key values does not exist in systemuser entity")]
    public async Task A_missing_resource_is_refused_in_the_products_words(string path, int status, string code, string? message)
    {
        var answer = (await Site.GetAsync(path)).Refused(status, code);
        if (message is not null) answer.Message.ShouldBe(message);
    }

    [Fact]
    public async Task Count_is_a_number_with_and_without_filter()
    {
        (await Site.GetAsync($"{Set}/$count")).Text.ShouldBe("30");
        (await Site.GetAsync($"{Set}/$count?$filter=msdyn_status eq 'Complete'")).Text.ShouldBe("20");
    }

    [Fact]
    public async Task Top_gives_that_many_and_no_next_link()
    {
        var answer = (await Site.GetAsync($"{Set}?$top=4&$orderby=createdon desc", ("Prefer", "odata.maxpagesize=2"))).Ok();
        answer.Rows.Select(r => (long)r["versionnumber"]!).ShouldBe([30, 29, 28, 27]);
        answer.Next.ShouldBeNull();
    }

    [Fact]
    public async Task The_functions_and_documents_answer_under_every_version()
    {
        var who = (await Site.GetAsync("WhoAmI")).Ok();
        who.Json["UserId"]!.ToString().ShouldBe(Peers.Site.User.ToString());
        (await Site.GetAsync(Site.Root + "/api/data/v9.0/WhoAmI()")).Ok().Json["@odata.context"]!.ToString().ShouldBe($"{Site.Root}/api/data/v9.0/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse");
        (await Site.GetAsync("RetrieveVersion()")).Ok().Json["Version"]!.ToString().ShouldStartWith("9.2.");
        (await Site.GetAsync("")).Ok().Rows.ShouldContain(r => r["url"]!.ToString() == "contacts");
        (await Site.GetAsync("$metadata")).Ok().Headers["Content-Type"].ShouldBe("application/xml");
        (await Site.SendAsync(HttpMethod.Post, "WhoAmI")).Refused(404, "");
        (await Site.GetAsync(Site.Root + "/api/data/v8.2/WhoAmI()")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_caller_without_role_is_refused() =>
        (await Site.GetAsync("contacts", ("X-Roles", "none"))).Refused(403, "0x80040220");

    [Fact]
    public async Task Labels_come_with_the_annotations_that_are_asked_for()
    {
        var row = (await Site.GetAsync("msdyn_proactive_engagement_configs?$select=msdyn_name,msdyn_type,_msdyn_queue_value,createdon,msdyn_ignore_queue_hours", ("Prefer", "odata.include-annotations=\"*\""))).Ok().Rows.ShouldHaveSingleItem();
        row["msdyn_type@OData.Community.Display.V1.FormattedValue"]!.ToString().ShouldBe("Voice");
        row["_msdyn_queue_value@OData.Community.Display.V1.FormattedValue"]!.ToString().ShouldBe("Front desk");
        row["_msdyn_queue_value@Microsoft.Dynamics.CRM.lookuplogicalname"]!.ToString().ShouldBe("queue");
        row["_msdyn_queue_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]!.ToString().ShouldBe("msdyn_queue");
        row["createdon@OData.Community.Display.V1.FormattedValue"]!.ToString().ShouldBe("5/28/2026 8:26 PM");
        row["msdyn_ignore_queue_hours@OData.Community.Display.V1.FormattedValue"]!.ToString().ShouldBe("No");
        (await Site.GetAsync("msdyn_proactive_engagement_configs?$filter=msdyn_queue/name eq 'FRONT desk' and msdyn_name eq 'dunning'")).Ok().Rows.ShouldHaveSingleItem();
        (await Site.GetAsync("queues?$filter=queue_msdyn_proactive_engagement_config_msdyn_queue/any(e:e/msdyn_type eq 100000000)")).Ok().Rows.ShouldHaveSingleItem();
        (await Site.GetAsync("msdyn_proactive_engagement_configs?$orderby=msdyn_queue/name,msdyn_name desc")).Ok().Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_table_can_be_read_whole_with_all_annotations()
    {
        foreach (var table in Herald.Server.Tables.HeraldCatalogue.Create().Tables)
        {
            (await Site.GetAsync($"{table.Set}?$top=1", ("Prefer", "odata.include-annotations=\"*\""))).Ok();
            (await Site.GetAsync($"{table.Set}?$orderby={table.NameColumn} desc&$count=true")).Ok();
        }
    }
}

public sealed class SqliteReadsTests(PostgresCluster cluster) : ReadsTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresReadsTests(PostgresCluster cluster) : ReadsTests(SqlDialect.Postgres, cluster);
