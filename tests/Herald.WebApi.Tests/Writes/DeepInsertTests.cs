using System.Text.Json.Nodes;
using Herald.Server.Tables;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Writes;

/// <summary>Rows inside a row that is created.</summary>
public abstract class DeepInsertTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    [Fact]
    public async Task Those_it_points_at_and_those_that_point_at_it_are_created_with_it()
    {
        var made = await PostAsync("contacts", """
            {"lastname":"Middle","parentcustomerid_contact":{"lastname":"Boss"},
             "contact_customer_contacts":[{"lastname":"One"},{"lastname":"Two","contact_customer_contacts":[{"lastname":"Leaf"}]}]}
            """);
        made.Status.ShouldBe(204, made.Text);
        var row = (await Site.GetAsync(made.Headers["OData-EntityId"] + "?$select=lastname&$expand=parentcustomerid_contact($select=lastname),contact_customer_contacts($select=lastname;$orderby=lastname;$expand=contact_customer_contacts($select=lastname))")).Ok().Json;
        row["parentcustomerid_contact"]!["lastname"]!.ToString().ShouldBe("Boss");
        var children = row["contact_customer_contacts"]!.AsArray();
        children.Select(c => c!["lastname"]!.ToString()).ShouldBe(["One", "Two"]);
        children[1]!["contact_customer_contacts"]!.AsArray().Single()!["lastname"]!.ToString().ShouldBe("Leaf");
    }

    [Fact]
    public async Task A_fault_deep_inside_keeps_nothing()
    {
        (await PostAsync("contacts", """{"lastname":"A","contact_customer_contacts":[{"lastname":"B"},{"nothere":1}]}""")).Refused(400, "0x80048d19");
        (await PostAsync("contacts", """{"lastname":"A","contact_customer_contacts":[{"lastname":"B"},{"parentcustomerid_contact@odata.bind":"/contacts(11111111-1111-1111-1111-111111111111)","contactid":"22222222-2222-2222-2222-222222222222"},{"contactid":"22222222-2222-2222-2222-222222222222"}]}""")).Refused(412, "0x80040237");
        (await Site.GetAsync("contacts/$count")).Text.ShouldBe("0");
    }

    [Fact]
    public async Task It_needs_the_right_to_create_each_of_them_and_the_engine_hears_of_its_settings()
    {
        const string Nested = """{"msdyn_name":"E","msdyn_type":100000000,"msdyn_queue":{"name":"Desk"}}""";
        (await PostAsync("msdyn_proactive_engagement_configs", Nested, ("X-Roles", Access.Agent))).Refused(403, "0x80040220");
        var made = await PostAsync("msdyn_proactive_engagement_configs", Nested);
        made.Status.ShouldBe(204, made.Text);
        Rows.SettingsChanges.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_is_there_takes_no_rows_with_it()
    {
        var url = (await PostAsync("contacts", """{"lastname":"A"}""")).Headers["OData-EntityId"];
        (await Site.SendAsync(HttpMethod.Patch, url, """{"contact_customer_contacts":[{"lastname":"B"}]}""")).Refused(400, "0x80048d19");
        (await PostAsync("contacts", """{"lastname":"A","contact_customer_contacts":{"lastname":"B"}}""")).Refused(400, "0x80048d19");
        (await PostAsync("contacts", """{"lastname":"A","parentcustomerid_contact":[]}""")).Refused(400, "0x80048d19");
    }

    [Fact]
    public async Task More_than_a_thousand_are_refused()
    {
        var many = new JsonArray([.. Enumerable.Range(0, 1_000).Select(_ => (JsonNode)new JsonObject())]);
        (await PostAsync("contacts", new JsonObject { ["contact_customer_contacts"] = many }.ToJsonString())).Refused(400, "0x80048d19");
    }

    private Task<Answer> PostAsync(string url, string body, params (string, string)[] headers) => Site.SendAsync(HttpMethod.Post, url, body, headers);
}

public sealed class SqliteDeepInsertTests(PostgresCluster cluster) : DeepInsertTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresDeepInsertTests(PostgresCluster cluster) : DeepInsertTests(SqlDialect.Postgres, cluster);
