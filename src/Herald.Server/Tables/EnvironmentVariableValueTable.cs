using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: the value of an environment variable.</summary>
internal static class EnvironmentVariableValueTable
{
    public static readonly TableDefinition Definition = new("environmentvariablevalue", "environmentvariablevalues", "environmentvariablevalueid", "schemaname", "env_variable_value")
    {
        Columns =
        [
            Column.Key("environmentvariablevalueid"),
            Column.Text("schemaname", 100),
            Column.Memo("value", 2000),
            Column.Lookup("environmentvariabledefinitionid", "environmentvariabledefinition", "EnvironmentVariableDefinitionId", "environmentvariabledefinition_environmentvariablevalue", OnDelete.Cascade),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
