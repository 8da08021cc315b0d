using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>What a consent is for; the PES purpose is seeded.</summary>
internal static class PurposeTable
{
    /// <summary>The compliance profile of proactive engagement, a seeded row: the purpose of a consent that names none.</summary>
    public static readonly Guid Pes = new("0e5a1d00-0000-4000-8000-000000000001");

    public static readonly TableDefinition Definition = new("msdynmkt_purpose", "msdynmkt_purposes", "msdynmkt_purposeid", "msdynmkt_name", "purpose")
    {
        Columns =
        [
            Column.Key("msdynmkt_purposeid"),
            Column.Text("msdynmkt_name", 100, Requirement.Application),
            Column.Text("msdynmkt_description", 2000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
