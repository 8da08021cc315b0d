using System.Data.Common;
using System.Text;
using Herald.WebApi.Query;
using Herald.WebApi.Tests.Peers;
using Herald.Server.Tables;
using Herald.WebApi.Rows;

namespace Herald.WebApi.Tests.Reads;

/// <summary>What clients filter deliveries by is served by an index, on a table that is worth one.</summary>
public abstract class PlanTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private protected override bool ReadsOnly => true;

    private protected override async Task SeedAsync(TestRows rows)
    {
        await DeliveryRows.AddAsync(rows, Id, 1, 3000);
        await rows.ExecuteAsync("analyze");
    }

    [Theory]
    [InlineData("msdyn_delivery_id eq '00000007-0000-0000-0000-000000000001'")]
    [InlineData("msdyn_to_address eq '+15550000007'")]
    [InlineData("createdon ge 2026-05-28T20:26:45Z and createdon lt 2026-05-28T20:26:50Z")]
    [InlineData("msdyn_proactive_engagement_config_id eq 'a1b2c3d4-e5f6-7890-abcd-ef1234567890' and createdon gt 2026-05-28T21:16:00Z")]
    [InlineData("msdyn_result_date gt 2026-05-28T20:39:00Z")]
    public async Task An_indexed_filter_scans_no_table(string filter)
    {
        var catalogue = HeraldCatalogue.Create();
        var table = catalogue.Set("msdyn_proactive_deliveries")!;
        var query = SetQuery.Parse(catalogue, table, new QueryOptions("?$filter=" + filter.Replace("+", "%2B")));
        var where = new FilterSql(catalogue, new SqlText(Dialect), TimeProvider.System);
        where.Sql.Append(Dialect == SqlDialect.Sqlite ? "explain query plan " : "explain ").Append($"select {table.VersionAt(RowShape.Alias)} from {table.FromAs(RowShape.Alias)} where {query.Where(where)}");
        await using var connection = await Rows.OpenReaderAsync(default);
        await using var command = where.Sql.Command(connection);
        var plan = await TextAsync(command);
        plan.ShouldNotContain(Dialect == SqlDialect.Sqlite ? "SCAN" : "Seq Scan", Case.Sensitive, plan);
    }

    private static async Task<string> TextAsync(DbCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await reader.ReadAsync()) text.AppendLine(reader.GetString(reader.FieldCount - 1));
        return text.ToString();
    }
}

public sealed class SqlitePlanTests(PostgresCluster cluster) : PlanTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresPlanTests(PostgresCluster cluster) : PlanTests(SqlDialect.Postgres, cluster);
