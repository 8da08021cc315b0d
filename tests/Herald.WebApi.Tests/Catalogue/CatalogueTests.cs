using System.Xml;
using Herald.Server.Tables;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Tests.Peers;
using Herald.WebApi.TimeZones;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Herald.WebApi.Tests.Catalogue;

public abstract class CatalogueTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    [Fact]
    public async Task The_metadata_is_valid_and_names_every_set_and_operation()
    {
        var text = (await Site.GetAsync("$metadata")).Ok().Text;
        using var xml = XmlReader.Create(new StringReader(text));
        CsdlReader.TryParse(xml, out var model, out var errors).ShouldBeTrue(string.Join("; ", errors.Select(e => e.ErrorMessage)));
        model.Validate(out var faults).ShouldBeTrue(string.Join("; ", faults.Take(5).Select(e => e.ErrorMessage)));
        var catalogue = HeraldCatalogue.Create();
        foreach (var table in catalogue.Tables) text.ShouldContain($"<EntitySet Name=\"{table.Set}\"");
        foreach (var operation in catalogue.Operations) text.ShouldContain($" Name=\"{operation.Name}\"");
    }

    [Fact]
    public async Task The_schema_has_exactly_the_columns_of_each_definition()
    {
        foreach (var table in HeraldCatalogue.Create().Tables.Where(t => t.From is null))
        {
            var sql = Dialect == SqlDialect.Sqlite ? $"select name from pragma_table_info('{table.Stored}')" : $"select column_name from information_schema.columns where table_name = '{table.Stored}'";
            var found = await ColumnAsync(sql);
            found.Order().ShouldBe(table.Columns.Where(c => c.IsStored).Select(c => c.Stored).Order(), table.Name);
        }
    }

    [Fact]
    public async Task The_time_zones_are_loaded_once()
    {
        (await TimeZoneRows.LoadAsync(Rows, TimeProvider.System, default)).ShouldBe(133);
        (await TimeZoneRows.LoadAsync(Rows, TimeProvider.System, default)).ShouldBe(0);
        var row = (await Site.GetAsync("timezonedefinitions(timezonecode=65)")).Ok().Json;
        row["userinterfacename"]!.ToString().ShouldBe("(GMT-03:00) Brasilia");
        row["hrld_iana"]!.ToString().ShouldBe("America/Sao_Paulo");
    }

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var connection = await Rows.OpenReaderAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}

public sealed class SqliteCatalogueTests(PostgresCluster cluster) : CatalogueTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresCatalogueTests(PostgresCluster cluster) : CatalogueTests(SqlDialect.Postgres, cluster);
