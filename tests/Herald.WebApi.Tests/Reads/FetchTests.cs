using System.Net;
using System.Text.RegularExpressions;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

/// <summary>FetchXML, the older query language: the same rows as $filter, $orderby and $apply give.</summary>
public abstract class FetchTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const string Set = "msdyn_proactive_deliveries";
    private const string Entity = "<entity name='msdyn_proactive_delivery'>";
    private static readonly Guid Boss = new(1, 2, 3, [1, 2, 3, 4, 5, 6, 7, 8]);

    private protected override bool ReadsOnly => true;

    private protected override async Task SeedAsync(TestRows rows)
    {
        await DeliveryRows.AddAsync(rows, Id, 1, 40);
        await rows.ExecuteAsync($"insert into contact (id, firstname, lastname, version, created_at, modified_at) values ({Id(Boss)}, 'Ann', 'Boss_%', 3, {DeliveryRows.First}, 0)");
        for (var n = 0; n < 5; n++)
            await rows.ExecuteAsync($"insert into contact (id, lastname, parentcustomerid, version, created_at, modified_at) values ({Id(DeliveryRows.Id(n))}, 'Leaf {n}', {(n < 3 ? Id(Boss) : "null")}, {n}, {DeliveryRows.First}, 0)");
    }

    [Theory]
    [InlineData("<condition attribute='msdyn_status' operator='eq' value='Complete'/>", "msdyn_status eq 'Complete'")]
    [InlineData("<condition attribute='msdyn_status' operator='ne' value='complete'/>", "msdyn_status ne 'Complete'")]
    [InlineData("<condition attribute='msdyn_status' operator='in'><value>Complete</value><value>Error</value></condition>", "msdyn_status eq 'Complete' or msdyn_status eq 'Error'")]
    [InlineData("<condition attribute='msdyn_status' operator='not-in'><value>Complete</value></condition>", "msdyn_status ne 'Complete'")]
    [InlineData("<condition attribute='msdyn_to_address' operator='begins-with' value='+15550000'/>", "startswith(msdyn_to_address,'%2B15550000')")]
    [InlineData("<condition attribute='msdyn_to_address' operator='like' value='%07'/>", "endswith(msdyn_to_address,'07')")]
    [InlineData("<condition attribute='msdyn_to_address' operator='not-like' value='%0000_7'/>", "not (endswith(msdyn_to_address,'000007') or endswith(msdyn_to_address,'000017') or endswith(msdyn_to_address,'000027') or endswith(msdyn_to_address,'000037'))")]
    [InlineData("<condition attribute='msdyn_to_address' operator='ends-with' value='_7'/>", "endswith(msdyn_to_address,'_7')")]
    [InlineData("<condition attribute='createdon' operator='ge' value='2026-05-28T20:26:50Z'/>", "createdon ge 2026-05-28T20:26:50Z")]
    [InlineData("<condition attribute='createdon' operator='between'><value>2026-05-28T20:26:45Z</value><value>2026-05-28T20:26:50Z</value></condition>", "createdon ge 2026-05-28T20:26:45Z and createdon le 2026-05-28T20:26:50Z")]
    [InlineData("<condition attribute='createdon' operator='on' value='2026-05-28'/>", "createdon ge 2026-05-28T00:00:00Z")]
    [InlineData("<condition attribute='createdon' operator='last-x-days' value='1'/>", "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=1)")]
    [InlineData("<condition attribute='msdyn_result_date' operator='null'/>", "msdyn_result_date eq null")]
    [InlineData("<condition attribute='msdyn_result_date' operator='not-null'/>", "msdyn_result_date ne null")]
    [InlineData("<condition attribute='msdyn_result_date' operator='le' valueof='createdon'/>", "msdyn_result_date le createdon")]
    [InlineData("<condition attribute='msdyn_country' operator='eq' value='de'/>", "msdyn_country eq 'DE'")]
    [InlineData("<filter type='or'><condition attribute='msdyn_channel' operator='eq' value='SMS'/><condition attribute='msdyn_status' operator='eq' value='Pending'/></filter>", "msdyn_channel eq 'SMS' or msdyn_status eq 'Pending'")]
    public async Task A_condition_finds_what_the_filter_finds(string condition, string filter)
    {
        var expected = (await Site.GetAsync($"{Set}?$select=versionnumber&$filter={filter}&$orderby=createdon")).Ok();
        var found = (await FetchAsync(Set, $"<fetch>{Entity}<attribute name='versionnumber'/><filter>{condition}</filter><order attribute='createdon'/></entity></fetch>")).Ok();
        found.Rows.Select(r => (long)r["versionnumber"]!).ShouldBe(expected.Rows.Select(r => (long)r["versionnumber"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<order attribute='createdon' descending='true'/>")]
    [InlineData("<order attribute='msdyn_result_date'/>")]
    [InlineData("<order attribute='msdyn_result_date' descending='true'/>")]
    [InlineData("<order attribute='msdyn_result' descending='true'/><order attribute='msdyn_result_date'/>")]
    public async Task Pages_by_cookie_give_every_row_once(string order)
    {
        foreach (var size in (int[])[1, 7, 40])
        {
            var seen = new List<long>();
            var (page, cookie) = (1, "");
            while (true)
            {
                var answer = (await FetchAsync(Set, $"<fetch count='{size}' page='{page}'{cookie}>{Entity}<attribute name='versionnumber'/>{order}</entity></fetch>")).Ok();
                seen.AddRange(answer.Rows.Select(r => (long)r["versionnumber"]!));
                if (!(bool)answer.Json["@Microsoft.Dynamics.CRM.morerecords"]!) break;
                // As the npm package does it: decoded twice, the inner cookie put into the next query as an attribute.
                var outer = Uri.UnescapeDataString(Uri.UnescapeDataString((string)answer.Json["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"]!));
                var inner = Regex.Match(outer, "pagingcookie=\"(<cookie page=\"(\\d+)\".+</cookie>)");
                (page, cookie) = (int.Parse(inner.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) + 1, $" paging-cookie=\"{WebUtility.HtmlEncode(inner.Groups[1].Value)}\"");
                seen.Count.ShouldBeLessThanOrEqualTo(40);
            }
            seen.Order().ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
        }
    }

    [Fact]
    public async Task A_page_is_found_by_its_number_alone()
    {
        var all = (await FetchAsync(Set, $"<fetch>{Entity}<attribute name='versionnumber'/><order attribute='msdyn_result_date'/></entity></fetch>")).Ok().Rows.Select(r => (long)r["versionnumber"]!).ToList();
        var third = (await FetchAsync(Set, $"<fetch count='7' page='3'>{Entity}<attribute name='versionnumber'/><order attribute='msdyn_result_date'/></entity></fetch>")).Ok();
        third.Rows.Select(r => (long)r["versionnumber"]!).ShouldBe(all.Skip(14).Take(7));
    }

    [Fact]
    public async Task Rows_of_other_tables_are_joined()
    {
        var inner = (await FetchAsync("contacts", "<fetch><entity name='contact'><attribute name='lastname'/><order attribute='lastname'/><link-entity name='contact' from='contactid' to='parentcustomerid' alias='boss'><attribute name='firstname'/><attribute name='versionnumber' alias='many'/><filter><condition attribute='lastname' operator='like' value='Boss%'/></filter></link-entity></entity></fetch>")).Ok();
        inner.Rows.Select(r => ((string)r["lastname"]!, (string)r["boss.firstname"]!, (int)r["many"]!)).ShouldBe([("Leaf 0", "Ann", 3), ("Leaf 1", "Ann", 3), ("Leaf 2", "Ann", 3)]);
        var outer = (await FetchAsync("contacts", "<fetch returntotalrecordcount='true'><entity name='contact'><attribute name='lastname'/><order attribute='lastname'/><link-entity name='contact' from='contactid' to='parentcustomerid' alias='boss' link-type='outer'><attribute name='firstname'/></link-entity><filter><condition entityname='boss' attribute='firstname' operator='null'/></filter></entity></fetch>")).Ok();
        outer.Rows.Select(r => (string)r["lastname"]!).ShouldBe(["Boss_%", "Leaf 3", "Leaf 4"]);
        outer.Rows[0]["boss.firstname"].ShouldBeNull();
        ((int)outer.Json["@Microsoft.Dynamics.CRM.totalrecordcount"]!).ShouldBe(3);
        var distinct = (await FetchAsync("contacts", "<fetch distinct='true' count='1'><entity name='contact'><attribute name='lastname'/><link-entity name='contact' from='parentcustomerid' to='contactid' alias='leaf'/></entity></fetch>")).Ok();
        distinct.Rows.Select(r => (string)r["lastname"]!).ShouldBe(["Boss_%"]);
        ((bool)distinct.Json["@Microsoft.Dynamics.CRM.morerecords"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_table_of_two_parts_is_joined_whole()
    {
        var rows = (await FetchAsync("contacts", $"<fetch top='2'><entity name='contact'><attribute name='lastname'/><link-entity name='msdyn_proactive_delivery' from='msdyn_proactive_deliveryid' to='contactid' alias='d'><attribute name='msdyn_tracking_id'/><attribute name='msdyn_status'/><order attribute='msdyn_tracking_id' descending='true'/></link-entity></entity></fetch>")).Ok();
        rows.Rows.Select(r => ((string)r["d.msdyn_tracking_id"]!, (string)r["d.msdyn_status"]!)).ShouldBe([("T4", "Complete"), ("T3", "Pending")]);
    }

    [Fact]
    public async Task Groups_are_counted_summed_and_ordered()
    {
        var groups = (await FetchAsync(Set, $"<fetch aggregate='true'>{Entity}<attribute name='msdyn_status' alias='status' groupby='true'/><attribute name='createdon' alias='year' groupby='true' dategrouping='year'/><attribute name='msdyn_proactive_deliveryid' alias='n' aggregate='count'/><attribute name='versionnumber' alias='total' aggregate='sum'/><attribute name='createdon' alias='last' aggregate='max'/><order alias='n' descending='true'/></entity></fetch>")).Ok();
        groups.Rows.Select(r => ((string)r["status"]!, (int)r["year"]!, (int)r["n"]!, (int)r["total"]!)).ShouldBe([("Complete", 2026, 27, 547), ("Pending", 2026, 13, 273)]);
        ((string)groups.Rows[0]["last"]!).ShouldBe("2026-05-28T20:27:20Z");
        foreach (var (unit, number) in ((string, int)[])[("month", 5), ("day", 28), ("quarter", 2)])
        {
            var one = (await FetchAsync(Set, $"<fetch aggregate='true'>{Entity}<attribute name='createdon' alias='unit' groupby='true' dategrouping='{unit}'/><attribute name='msdyn_to_address' alias='n' aggregate='countcolumn' distinct='true'/></entity></fetch>")).Ok();
            one.Rows.Select(r => ((int)r["unit"]!, (int)r["n"]!)).ShouldBe([(number, 40)]);
        }
    }

    [Fact]
    public async Task Labels_and_lookups_come_with_their_annotations()
    {
        var row = (await FetchAsync("contacts", "<fetch><entity name='contact'><attribute name='parentcustomerid'/><filter><condition attribute='parentcustomerid' operator='eq' value='{00000001-0002-0003-0102-030405060708}'/></filter></entity></fetch>", ("Prefer", "odata.include-annotations=\"*\""))).Ok().Rows[0];
        ((string)row["_parentcustomerid_value"]!).ShouldBe(Boss.ToString());
        ((string)row["_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]!).ShouldBe("contact");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<fetch")]
    [InlineData("<fetch/>")]
    [InlineData("<fetch><entity name='contact'/></fetch>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><fetch><entity name='msdyn_proactive_delivery'>&e;</entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><attribute name='no'/></entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><filter><condition attribute='createdon' operator='sounds-like' value='x'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><filter><condition attribute='createdon' operator='eq' value='x'/></filter></entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><link-entity name='nothing' from='a' to='b'/></entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><link-entity name='contact' from='lastname' to='createdon'/></entity></fetch>")]
    [InlineData("<fetch><entity name='msdyn_proactive_delivery'><link-entity name='contact' alias='a b' from='contactid' to='msdyn_contact_id'/></entity></fetch>")]
    [InlineData("<fetch aggregate='true'><entity name='msdyn_proactive_delivery'><attribute name='createdon'/></entity></fetch>")]
    [InlineData("<fetch aggregate='true'><entity name='msdyn_proactive_delivery'><attribute name='createdon' aggregate='sum' alias='x'/></entity></fetch>")]
    [InlineData("<fetch page='2' paging-cookie='&lt;cookie/&gt;'><entity name='msdyn_proactive_delivery'/></fetch>")]
    [InlineData("<fetch page='100000'><entity name='msdyn_proactive_delivery'/></fetch>")]
    [InlineData("<fetch top='5' page='2'><entity name='msdyn_proactive_delivery'/></fetch>")]
    public async Task What_cannot_be_read_is_refused(string text) => (await FetchAsync(Set, text)).Refused(400, "0x80060888");

    [Fact]
    public async Task A_caller_without_a_role_reads_nothing()
    {
        var answer = await FetchAsync("contacts", "<fetch><entity name='contact'/></fetch>", ("X-Roles", "Nobody"));
        answer.Refused(403, "0x80040220");
    }

    private Task<Answer> FetchAsync(string set, string text, params (string Name, string Value)[] headers) => Site.GetAsync($"{set}?fetchXml={Uri.EscapeDataString(text)}", headers);
}

public sealed class SqliteFetchTests(PostgresCluster cluster) : FetchTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresFetchTests(PostgresCluster cluster) : FetchTests(SqlDialect.Postgres, cluster);
