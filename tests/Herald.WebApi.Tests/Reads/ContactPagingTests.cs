using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

/// <summary>Standard tables: case-blind texts, lookups and computed columns as sort keys, many of them equal or empty.</summary>
public abstract class ContactPagingTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private static readonly string?[] Names = ["doe", "Doe", "DOE", null, "abc", "Abd", "Éclair", "eclair", "_x", ""];

    private protected override bool ReadsOnly => true;

    private protected override async Task SeedAsync(TestRows rows)
    {
        for (var n = 1; n <= 30; n++)
        {
            var name = Names[n % Names.Length] is { } text ? $"'{text}'" : "null";
            var parent = n % 4 == 0 ? "null" : Id(DeliveryRows.Id((n % 7) + 1));
            await rows.ExecuteAsync($"insert into contact (id, lastname, firstname, birthdate, parentcustomerid, state, status, version, created_at, modified_at) values ({Id(DeliveryRows.Id(n))}, {name}, {(n % 3 == 0 ? "null" : "'Jo'")}, {(n % 5 == 0 ? "null" : $"'2000-01-0{(n % 3) + 1}'")}, {parent}, {n % 2}, {(n % 2) + 1}, {n}, {n % 6}, 0)");
        }
    }

    [Theory]
    [InlineData("lastname")]
    [InlineData("lastname desc")]
    [InlineData("fullname,createdon desc")]
    [InlineData("parentcustomerid_contact/lastname desc,lastname")]
    [InlineData("_parentcustomerid_value,birthdate desc")]
    [InlineData("birthdate,donotphone desc,statecode")]
    [InlineData("statecode desc,createdon")]
    [InlineData("contactid desc")]
    public async Task A_walk_gives_every_row_once_in_the_order_of_one_page(string order)
    {
        var url = $"contacts?$select=versionnumber&$orderby={order}";
        var whole = (await Site.GetAsync(url)).Ok().Rows.Select(r => (long)r["versionnumber"]!).ToList();
        whole.Order().ShouldBe(Enumerable.Range(1, 30).Select(n => (long)n));
        foreach (var size in (int[])[1, 4]) (await Pages.WalkAsync(Site, url, size)).ShouldBe(whole);
    }

    [Fact]
    public async Task Empty_comes_first_and_case_does_not_count()
    {
        var names = (await Site.GetAsync("contacts?$select=lastname&$orderby=lastname")).Ok().Rows.Select(r => (string?)r["lastname"]).ToList();
        names.Take(3).ShouldAllBe(n => n == null);
        names.SkipWhile(n => n is null or "").Select(n => n!.Replace('É', 'Z').ToLowerInvariant()).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }
}

public sealed class SqliteContactPagingTests(PostgresCluster cluster) : ContactPagingTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresContactPagingTests(PostgresCluster cluster) : ContactPagingTests(SqlDialect.Postgres, cluster);
