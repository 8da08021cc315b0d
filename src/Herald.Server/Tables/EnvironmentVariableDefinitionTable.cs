using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: a named setting of the organisation.</summary>
internal static class EnvironmentVariableDefinitionTable
{
    public static readonly TableDefinition Definition = new("environmentvariabledefinition", "environmentvariabledefinitions", "environmentvariabledefinitionid", "schemaname", "env_variable_definition")
    {
        Columns =
        [
            Column.Key("environmentvariabledefinitionid"),
            Column.Text("schemaname", 100, Requirement.Application),
            Column.Text("displayname", 100),
            Column.Memo("defaultvalue", 2000),
            Column.Memo("description", 2000),
            Column.OneOf("type", [.. Choice.From(100000000, "String", "Number", "Boolean", "JSON", "Data Source", "Secret")], 100000000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        AlternateKeys = [new("schemaname", "schemaname")],
    };
}
