using System.Globalization;
using System.Text.Json.Nodes;
using Herald.Server.Tables;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Writes;

public abstract class WritesTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Engagements = "msdyn_proactive_engagement_configs";
    private static readonly (string, string) Representation = ("Prefer", "return=representation");

    [Fact]
    public async Task A_row_is_created_read_changed_and_deleted_and_its_versions_are_kept()
    {
        var created = await PostAsync("queues", """{"name":"Front desk"}""");
        created.Status.ShouldBe(204);
        var queue = created.Headers["OData-EntityId"];
        created.Headers["Location"].ShouldBe(queue);
        var row = (await PostAsync(Engagements, $$"""{"msdyn_name":"Dunning","msdyn_type":100000000,"msdyn_queue@odata.bind":"{{queue}}"}""", Representation)).Ok();
        row.Status.ShouldBe(201);
        row.Headers["Preference-Applied"].ShouldBe("return=representation");
        row.Json["msdyn_name"]!.ToString().ShouldBe("Dunning");
        ((int)row.Json["msdyn_processing_order"]!).ShouldBe(700610000);
        ((bool)row.Json["msdyn_close_existing_conversations"]!).ShouldBeTrue();
        queue.ShouldContain(row.Json["_msdyn_queue_value"]!.ToString());
        row.Json["_createdby_value"]!.ToString().ShouldBe(Peers.Site.User.ToString());

        var url = row.Headers["OData-EntityId"];
        var changed = (await PatchAsync(url + "?$select=msdyn_name", """{"msdyn_name":"Reminder","msdyn_queue":null,"createdon":"1999-01-01"}""", Representation)).Ok();
        changed.Status.ShouldBe(200);
        changed.Json["@odata.etag"]!.ToString().ShouldBe("W/\"2\"");
        var read = (await Site.GetAsync(url)).Ok();
        read.Json["_msdyn_queue_value"].ShouldBeNull();
        read.Json["createdon"]!.ToString().ShouldNotStartWith("1999");

        (await Site.SendAsync(HttpMethod.Delete, url)).Status.ShouldBe(204);
        (await Site.GetAsync(url)).Refused(404, "0x80040217");
        (await Site.SendAsync(HttpMethod.Delete, url)).Refused(404, "0x80040217");
        Rows.SettingsChanges.ShouldBe(4);
        var versions = await VersionsAsync("engagement");
        versions.Select(v => v["name"]!.ToString()).ShouldBe(["Dunning", "Reminder", "Reminder"]);
        versions.Select(v => (long)v["version"]!).ShouldBe([1, 2, 2]);
    }

    [Fact]
    public async Task An_upsert_creates_under_the_given_key_and_the_conditions_forbid_what_they_say()
    {
        var id = Guid.NewGuid();
        var url = $"contacts({id})";
        (await PatchAsync(url, """{"lastname":"Doe"}""", ("If-Match", "*"))).Refused(404, "0x80040217");
        var created = await PatchAsync(url, """{"lastname":"Doe","firstname":"Jo"}""", Representation);
        created.Status.ShouldBe(201);
        created.Json["fullname"]!.ToString().ShouldBe("Jo Doe");
        (await PatchAsync(url, """{"lastname":"Roe"}""", ("If-None-Match", "*"))).Refused(412, "0x80040237");
        (await PostAsync("contacts", $$"""{"contactid":"{{id}}"}""")).Refused(412, "0x80040237");
        (await PatchAsync(url, """{"lastname":"Roe"}""", ("If-Match", "W/\"1\""))).Status.ShouldBe(204);
        (await PatchAsync(url, """{"lastname":"Poe"}""", ("If-Match", "W/\"1\""))).Refused(412, "0x80060882");
        (await Site.SendAsync(HttpMethod.Delete, url, null, ("If-Match", "W/\"1\""))).Refused(412, "0x80060882");
        (await Site.GetAsync(url + "/lastname")).Json["value"]!.ToString().ShouldBe("Roe");
    }

    [Fact]
    public async Task An_alternate_key_reads_upserts_and_stays_unique()
    {
        (await PatchAsync("environmentvariabledefinitions(schemaname='herald_Limit')", """{"defaultvalue":"5"}""")).Status.ShouldBe(204);
        (await PatchAsync("environmentvariabledefinitions(schemaname='HERALD_limit')", """{"defaultvalue":"6"}""")).Status.ShouldBe(204);
        (await Site.GetAsync("environmentvariabledefinitions(schemaname='herald_limit')")).Ok().Json["defaultvalue"]!.ToString().ShouldBe("6");
        (await Site.GetAsync("environmentvariabledefinitions/$count")).Text.ShouldBe("1");
        (await PostAsync("environmentvariabledefinitions", """{"schemaname":"herald_LIMIT"}""")).Refused(412, "0x80060892");
        (await PostAsync("environmentvariablevalues", """{"value":"7","EnvironmentVariableDefinitionId@odata.bind":"environmentvariabledefinitions(schemaname='herald_limit')"}""")).Status.ShouldBe(204);
        var expanded = (await Site.GetAsync("environmentvariabledefinitions?$select=schemaname&$expand=environmentvariabledefinition_environmentvariablevalue($select=value)")).Ok();
        expanded.Rows.Single()["environmentvariabledefinition_environmentvariablevalue"]!.AsArray().Single()!["value"]!.ToString().ShouldBe("7");
    }

    [Theory]
    [InlineData("contacts", """{"nothere":1}""", 400, "0x80048d19", "Invalid property 'nothere' was found in entity 'Microsoft.Dynamics.CRM.contact'.")]
    [InlineData("contacts", """{"lastname":5}""", 400, "0x80048d19", "Cannot convert the literal '5'")]
    [InlineData("contacts", """{"donotphone":"true"}""", 400, "0x80048d19", "Cannot convert")]
    [InlineData("contacts", """{"birthdate":"2026-13-01"}""", 400, "0x80048d19", "Cannot convert")]
    [InlineData("contacts", """{"lastname":"a""", 400, "0x80048d19", "Error identified in Payload")]
    [InlineData("contacts", """[1]""", 400, "0x80048d19", "A JSON object is expected")]
    [InlineData("contacts", "", 400, "0x80048d19", "The body is empty")]
    [InlineData("contacts", """{"_parentcustomerid_value":"11111111-1111-1111-1111-111111111111"}""", 400, "0x80048d19", "Use Navigation properties")]
    [InlineData("contacts", """{"parentcustomerid@odata.bind":"/contacts(11111111-1111-1111-1111-111111111111)"}""", 400, "0x80048d19", "An undeclared property 'parentcustomerid' which only has property annotations")]
    [InlineData("contacts", """{"parentcustomerid_contact@odata.bind":"/contacts(11111111-1111-1111-1111-111111111111)"}""", 404, "0x80040217", "contact With Id = 11111111-1111-1111-1111-111111111111 Does Not Exist")]
    [InlineData("contacts", """{"parentcustomerid_contact@odata.bind":"/queues(11111111-1111-1111-1111-111111111111)"}""", 400, "0x80048d19", "A row of 'contacts' is expected")]
    [InlineData("contacts", """{"preferredcontactmethodcode":9}""", 400, "0x8004431a", "Accepted Values: 1,2,3,4,5")]
    [InlineData("contacts", """{"statecode":0,"statuscode":2}""", 400, "0x80048408", "2 is not a valid status code for state code 0 on contact.")]
    [InlineData("contacts", """{"address1_postalcode":"123456789012345678901"}""", 400, "0x80044331", "exceeded the maximum allowed length of '20'")]
    [InlineData(Engagements, """{"msdyn_queue_allotment":101}""", 400, "0x8004432f", "outside the valid range 1 to 100")]
    [InlineData(Engagements, """{"msdyn_type":100000000,"msdyn_dialmode_type":100000000,"msdyn_engagement_type":100000101}""", 400, "0x80040203", "Copilot")]
    [InlineData("msdyn_proactive_engagement_planner_configs", """{"msdyn_reattempt_rules":"192360000,5"}""", 400, "0x8004431a", "msdyn_reattempt_rules")]
    [InlineData("msdynmkt_quiettimesettings", """{"msdynmkt_transactionalweeklyhours":"[{\"days\":[\"Mon\"],\"start\":\"25:00\",\"end\":\"08:00\"}]"}""", 400, "0x80040203", "times such as")]
    [InlineData("hrld_outboundprofiles", """{"hrld_name":"x"}""", 400, "0x80040203", "Required field 'hrld_channel' is missing")]
    [InlineData("timezonedefinitions", """{}""", 405, "0x80060888", "Operation not supported on timezonedefinition")]
    [InlineData("msdyn_proactive_deliveries", """{}""", 405, "0x80060888", "Operation not supported on msdyn_proactive_delivery")]
    public async Task A_bad_body_is_refused_and_changes_nothing(string set, string body, int status, string code, string message)
    {
        (await PostAsync(set, body)).Refused(status, code).Message.ShouldContain(message);
        (await Site.GetAsync(set + "/$count")).Text.ShouldBe("0");
    }

    [Fact]
    public async Task All_faults_of_a_body_are_listed()
    {
        var answer = (await PostAsync("contacts", """{"lastname":5,"nothere":1,"preferredcontactmethodcode":9}""")).Refused(400, "0x80048d19");
        answer.Json["error"]!["details"]!.AsArray().Select(d => d!["target"]!.ToString()).ShouldBe(["lastname", "nothere", "preferredcontactmethodcode"]);
        answer.Message.Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public async Task Texts_compare_case_blind_on_standard_tables()
    {
        await PostAsync("contacts", """{"lastname":"Müller","emailaddress1":"Jo@Example.com"}""");
        foreach (var filter in (string[])["emailaddress1 eq 'jo@EXAMPLE.com'", "contains(emailaddress1,'example.COM')", "startswith(emailaddress1,'JO')", "endswith(emailaddress1,'.Com')", "lastname eq 'müller'", "lastname ne 'other'"])
            (await Site.GetAsync($"contacts?$filter={filter}")).Ok().Rows.Count.ShouldBe(1, filter);
        (await Site.GetAsync("contacts?$filter=lastname ne 'MüLLER'")).Ok().Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Agents_write_contacts_and_only_administrators_write_settings()
    {
        (await PostAsync("contacts", """{"lastname":"Doe"}""", ("X-Roles", Access.Agent))).Status.ShouldBe(204);
        (await PostAsync("queues", """{"name":"x"}""", ("X-Roles", Access.Agent))).Refused(403, "0x80040220");
        (await PostAsync("queues", """{"name":"x"}""", ("X-Roles", Access.Administrator))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task An_engagement_has_one_planner_and_takes_its_status_row_along()
    {
        var engagement = (await PostAsync(Engagements, """{"msdyn_name":"Dunning"}""")).Headers["OData-EntityId"];
        var bind = $$"""{"msdyn_name":"p","msdyn_proactive_engagement_config_id@odata.bind":"{{engagement}}"}""";
        var planner = await PostAsync("msdyn_proactive_engagement_planner_configs", bind);
        planner.Status.ShouldBe(204);
        (await PostAsync("msdyn_proactive_engagement_planner_configs", bind)).Refused(400, "0x80040203").Message.ShouldContain("at most one planner");
        (await PostAsync("msdyn_proactive_engagement_config_statuses", $$"""{"msdyn_suspended":true,"msdyn_proactive_engagement_config@odata.bind":"{{engagement}}"}""")).Status.ShouldBe(204);
        (await Site.SendAsync(HttpMethod.Delete, engagement)).Status.ShouldBe(204);
        (await Site.GetAsync("msdyn_proactive_engagement_config_statuses/$count")).Text.ShouldBe("0");
        (await Site.GetAsync(planner.Headers["OData-EntityId"])).Ok().Json["_msdyn_proactive_engagement_config_id_value"].ShouldBeNull();
        (await VersionsAsync("engagement_status")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_consent_without_purpose_has_the_seeded_one_and_there_is_one_row_of_it()
    {
        const string Body = """{"msdynmkt_contactpointvalue":"+15550000001","msdynmkt_contactpointtype":534120001,"msdynmkt_value":534120002}""";
        var row = (await PostAsync("msdynmkt_contactpointconsent4s", Body, Representation)).Ok().Json;
        row["_msdynmkt_purposeid_value"]!.ToString().ShouldBe(PurposeTable.Pes.ToString());
        (await PostAsync("msdynmkt_contactpointconsent4s", Body)).Refused(400, "0x80040203");
    }

    [Fact]
    public async Task Deleting_a_contact_takes_it_out_of_the_rows_that_point_at_it()
    {
        var contact = (await PostAsync("contacts", """{"lastname":"Doe"}""")).Headers["OData-EntityId"];
        var child = (await PostAsync("contacts", $$"""{"lastname":"Child","parentcustomerid_contact@odata.bind":"{{contact}}"}""")).Headers["OData-EntityId"];
        (await Site.SendAsync(HttpMethod.Delete, contact)).Status.ShouldBe(204);
        var left = (await Site.GetAsync(child)).Ok().Json;
        left["_parentcustomerid_value"].ShouldBeNull();
        left["@odata.etag"]!.ToString().ShouldBe("W/\"2\"");
    }

    [Fact]
    public async Task A_status_brings_its_state_and_a_state_its_status()
    {
        var url = (await PostAsync("queues", """{"name":"x"}""")).Headers["OData-EntityId"];
        (await PatchAsync(url, """{"statecode":1}""", Representation)).Ok().Json["statuscode"]!.ToString().ShouldBe("2");
        (await PatchAsync(url, """{"statuscode":1}""", Representation)).Ok().Json["statecode"]!.ToString().ShouldBe("0");
    }

    [Fact]
    public async Task Properties_are_read_set_and_cleared_by_themselves()
    {
        var url = (await PostAsync("contacts", """{"lastname":"Doe"}""")).Headers["OData-EntityId"];
        (await Site.SendAsync(HttpMethod.Put, url + "/jobtitle", """{"value":"Chief"}""")).Status.ShouldBe(204);
        (await Site.GetAsync(url + "/jobtitle")).Ok().Json["@odata.context"]!.ToString().ShouldEndWith(")/jobtitle");
        (await Site.GetAsync(url + "/jobtitle/$value")).Text.ShouldBe("Chief");
        (await Site.SendAsync(HttpMethod.Put, url + "/jobtitle", """{"value":1}""")).Refused(400, "0x80048d19");
        (await Site.SendAsync(HttpMethod.Delete, url + "/jobtitle")).Status.ShouldBe(204);
        (await Site.GetAsync(url + "/jobtitle")).Status.ShouldBe(204);
        (await Site.GetAsync(url + "/nothere")).Refused(404, "0x8006088a");
    }

    [Fact]
    public async Task Links_are_made_read_and_taken_away_from_both_ends()
    {
        var boss = (await PostAsync("contacts", """{"lastname":"Boss"}""")).Headers["OData-EntityId"];
        var one = (await PostAsync("contacts", """{"lastname":"One"}""")).Headers["OData-EntityId"];
        (await Site.SendAsync(HttpMethod.Put, one + "/parentcustomerid_contact/$ref", $$"""{"@odata.id":"{{boss}}"}""")).Status.ShouldBe(204);
        (await Site.GetAsync(one + "/parentcustomerid_contact?$select=lastname")).Ok().Json["lastname"]!.ToString().ShouldBe("Boss");
        (await Site.GetAsync(one + "/parentcustomerid_contact/$ref")).Ok().Json["@odata.id"]!.ToString().ShouldBe(boss);
        (await Site.GetAsync(boss + "/contact_customer_contacts?$select=lastname")).Ok().Rows.Single()["lastname"]!.ToString().ShouldBe("One");
        (await Site.GetAsync(boss + "/contact_customer_contacts/$count")).Text.ShouldBe("1");
        (await Site.SendAsync(HttpMethod.Delete, one + "/parentcustomerid_contact/$ref")).Status.ShouldBe(204);
        (await Site.GetAsync(one + "/parentcustomerid_contact")).Status.ShouldBe(204);
        (await PostAsync(boss + "/contact_customer_contacts/$ref", $$"""{"@odata.id":"{{one}}"}""")).Status.ShouldBe(204);
        (await Site.GetAsync(boss + "/contact_customer_contacts/$count")).Text.ShouldBe("1");
        (await Site.SendAsync(HttpMethod.Delete, $"{boss}/contact_customer_contacts/$ref?$id={one}")).Status.ShouldBe(204);
        (await Site.GetAsync(boss + "/contact_customer_contacts/$count")).Text.ShouldBe("0");
    }

    [Fact]
    public async Task A_pending_delivery_is_cancelled_by_its_status_and_by_nothing_else()
    {
        await DeliveryRows.AddAsync(Rows, Id, 3, 3);
        var id = DeliveryRows.Id(3);
        var url = $"msdyn_proactive_deliveries(msdyn_proactive_deliveryid={id},partitionid='{id}')";
        var agent = ("X-Roles", Access.Agent);
        (await PatchAsync(url, """{"msdyn_status":"Complete"}""", agent)).Refused(405, "0x80060888");
        (await PatchAsync(url, """{"msdyn_status":"Cancelled","msdyn_call_id":"x"}""", agent)).Refused(405, "0x80060888");
        (await PatchAsync(url, """{"msdyn_status":"Cancelled"}""", ("X-Roles", Access.Administrator))).Refused(403, "0x80040220");
        (await PatchAsync($"msdyn_proactive_deliveries({DeliveryRows.Id(4)})", """{"msdyn_status":"Cancelled"}""", agent)).Refused(404, "0x80040217");
        var done = await PatchAsync(url, """{"msdyn_status":"Cancelled"}""", agent);
        done.Status.ShouldBe(204);
        done.Headers["OData-EntityId"].ShouldEndWith($"(msdyn_proactive_deliveryid={id},partitionid='{id}')");
        Peers.Site.Cancelled.ShouldContain(id);
        (await Site.SendAsync(HttpMethod.Delete, url)).Refused(405, "0x80060888");
    }

    [Fact]
    public async Task Many_rows_are_written_together_or_not_at_all()
    {
        const string Prefix = "contacts/Microsoft.Dynamics.CRM.";
        var created = (await PostAsync(Prefix + "CreateMultiple", """{"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.contact","lastname":"A"},{"lastname":"B"}]}""")).Ok();
        var ids = created.Json["Ids"]!.AsArray().Select(i => i!.ToString()).ToList();
        ids.Count.ShouldBe(2);
        (await PostAsync(Prefix + "CreateMultiple", """{"Targets":[{"lastname":"C"},{"nothere":1}]}""")).Refused(400, "0x80048d19");
        (await PostAsync(Prefix + "UpdateMultiple", $$"""{"Targets":[{"contactid":"{{ids[0]}}","lastname":"AA"},{"contactid":"{{Guid.NewGuid()}}","lastname":"BB"}]}""")).Refused(404, "0x80040217");
        (await Site.GetAsync("contacts?$orderby=lastname&$select=lastname")).Rows.Select(r => r["lastname"]!.ToString()).ShouldBe(["A", "B"]);
        (await PostAsync(Prefix + "UpdateMultiple", $$"""{"Targets":[{"contactid":"{{ids[0]}}","lastname":"AA"}]}""")).Status.ShouldBe(204);
        (await PostAsync(Prefix + "UpsertMultiple", $$"""{"Targets":[{"@odata.id":"contacts({{ids[1]}})","lastname":"BB"},{"contactid":"{{Guid.NewGuid()}}","lastname":"CC"}]}""")).Status.ShouldBe(204);
        (await Site.GetAsync("contacts?$orderby=lastname desc&$select=lastname")).Rows.Select(r => r["lastname"]!.ToString()).ShouldBe(["CC", "BB", "AA"]);
    }

    private Task<Answer> PostAsync(string url, string body, params (string, string)[] headers) => Site.SendAsync(HttpMethod.Post, url, body, headers);

    private Task<Answer> PatchAsync(string url, string body, params (string, string)[] headers) => Site.SendAsync(HttpMethod.Patch, url, body, headers);

    private async Task<List<JsonObject>> VersionsAsync(string table)
    {
        await using var connection = await Rows.OpenReaderAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"select body from row_version where table_name = '{table}' order by seq");
        await using var reader = await command.ExecuteReaderAsync();
        var versions = new List<JsonObject>();
        while (await reader.ReadAsync()) versions.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        return versions;
    }
}

public sealed class SqliteWritesTests(PostgresCluster cluster) : WritesTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresWritesTests(PostgresCluster cluster) : WritesTests(SqlDialect.Postgres, cluster);
