using System.Globalization;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

/// <summary>The date functions at noon of a Wednesday, 2026-05-27, over one contact per interesting moment.</summary>
public abstract class DateFunctionTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 27, 12, 30, 0, TimeSpan.Zero);
    private static readonly string[] Moments = ["2025-05-27T12:00", "2026-04-30T23:59", "2026-05-20T00:00", "2026-05-24T00:00", "2026-05-26T23:59", "2026-05-27T00:00", "2026-05-27T12:29", "2026-05-27T12:31", "2026-05-28T00:00", "2026-06-01T00:00", "2027-01-01T00:00"];

    private protected override bool ReadsOnly => true;

    private protected override Task<Site> StartAsync(TestRows rows) => Site.StartAsync(rows, time: new StoppedClock(Now));

    private protected override async Task SeedAsync(TestRows rows)
    {
        for (var n = 0; n < Moments.Length; n++)
        {
            var at = DateTimeOffset.Parse(Moments[n] + "Z", CultureInfo.InvariantCulture);
            await rows.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"insert into contact (id, birthdate, version, created_at, modified_at) values ({Id(DeliveryRows.Id(n + 1))}, '{at:yyyy-MM-dd}', {n + 1}, {at.ToUnixTimeMilliseconds()}, 0)"));
        }
    }

    [Theory]
    [InlineData("Today(PropertyName='createdon')", "6,7,8")]
    [InlineData("Today(PropertyName='birthdate')", "6,7,8")]
    [InlineData("Yesterday(PropertyName='createdon')", "5")]
    [InlineData("Tomorrow(PropertyName='createdon')", "9")]
    [InlineData("ThisWeek(PropertyName='createdon')", "4,5,6,7,8,9")]
    [InlineData("LastWeek(PropertyName='createdon')", "3")]
    [InlineData("ThisMonth(PropertyName='createdon')", "3,4,5,6,7,8,9")]
    [InlineData("LastMonth(PropertyName='createdon')", "2")]
    [InlineData("NextYear(PropertyName='createdon')", "11")]
    [InlineData("LastXHours(PropertyName='createdon',PropertyValue=1)", "7")]
    [InlineData("NextXHours(PropertyName='createdon',PropertyValue=1)", "8")]
    [InlineData("LastXDays(PropertyName='createdon',PropertyValue=3)", "4,5,6,7")]
    [InlineData("NextXDays(PropertyName='createdon',PropertyValue=1)", "8,9")]
    [InlineData("Last7Days(PropertyName='createdon')", "3,4,5,6,7")]
    [InlineData("OlderThanXYears(PropertyName='createdon',PropertyValue=1)", "1")]
    [InlineData("On(PropertyName='createdon',PropertyValue='2026-05-27')", "6,7,8")]
    [InlineData("On(PropertyName='birthdate',PropertyValue='2026-05-26')", "5")]
    [InlineData("OnOrAfter(PropertyName='createdon',PropertyValue='2026-05-28')", "9,10,11")]
    [InlineData("OnOrBefore(PropertyName='createdon',PropertyValue='2026-05-20')", "1,2,3")]
    [InlineData("NotOn(PropertyName='createdon',PropertyValue='2026-05-27')", "1,2,3,4,5,9,10,11")]
    public async Task A_date_function_covers_its_days(string function, string rows) =>
        string.Join(',', (await Site.GetAsync($"contacts?$select=versionnumber&$orderby=versionnumber&$filter=Microsoft.Dynamics.CRM.{function}")).Ok().Rows.Select(r => r["versionnumber"]!.ToString())).ShouldBe(rows);

    [Fact]
    public async Task Several_values_match_any_of_them()
    {
        await using var site = await Peers.Site.StartAsync(Rows);
        var planners = "msdyn_proactive_engagement_planner_configs";
        await Rows.ExecuteAsync($"insert into planner (id, reattempt_rules, created_at, modified_at) values ({Id(Guid.NewGuid())}, '192360000,192360002', 0, 0)");
        (await site.GetAsync($"{planners}?$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='msdyn_reattempt_rules',PropertyValues=['192360002','192360003'])")).Ok().Rows.Count.ShouldBe(1);
        (await site.GetAsync($"{planners}?$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='msdyn_reattempt_rules',PropertyValues=['192360001'])")).Ok().Rows.ShouldBeEmpty();
        (await site.GetAsync($"{planners}?$filter=Microsoft.Dynamics.CRM.DoesNotContainValues(PropertyName='msdyn_reattempt_rules',PropertyValues=['192360001'])")).Ok().Rows.Count.ShouldBe(1);
        (await site.GetAsync($"{planners}?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='msdyn_name')")).Refused(400, "0x80060888");
    }
}

public sealed class SqliteDateFunctionTests(PostgresCluster cluster) : DateFunctionTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresDateFunctionTests(PostgresCluster cluster) : DateFunctionTests(SqlDialect.Postgres, cluster);
