using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>The time zones of the product, loaded from its list.</summary>
internal static class TimeZoneTable
{
    public static readonly TableDefinition Definition = new("timezonedefinition", "timezonedefinitions", "timezonedefinitionid", "userinterfacename", "timezone_definition")
    {
        Columns =
        [
            Column.Key("timezonedefinitionid"),
            Column.Integer("timezonecode") with { NotNull = true },
            Column.Text("userinterfacename", 256) with { NotNull = true },
            Column.Text("standardname", 100),
            Column.Text("hrld_iana", 100),
            .. RowColumns.Audit(),
        ],
        Readers = Access.Readers,
        AlternateKeys = [new("timezonecode", "timezonecode")],
    };
}
