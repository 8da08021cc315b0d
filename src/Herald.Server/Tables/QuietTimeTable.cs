using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 12: quiet hours as JSON texts; only the transactional two are evaluated.</summary>
internal static class QuietTimeTable
{
    public static readonly TableDefinition Definition = new("msdynmkt_quiettimesetting", "msdynmkt_quiettimesettings", "msdynmkt_quiettimesettingid", "msdynmkt_name", "quiet_time")
    {
        Columns =
        [
            Column.Key("msdynmkt_quiettimesettingid"),
            Column.Text("msdynmkt_name", 100, Requirement.Application),
            Column.OneOf("msdynmkt_timezonesource", Choice.From(1, "Use journey timezone", "Use audience timezone"), 1),
            Column.Memo("msdynmkt_transactionalweeklyhours", 1_000_000),
            Column.Memo("msdynmkt_transactionaldates", 1_000_000),
            Column.Memo("msdynmkt_commercialweeklyhours", 1_000_000),
            Column.Memo("msdynmkt_commercialdates", 1_000_000),
            Column.Memo("msdynmkt_advancedquiettimes", 1_000_000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
        Rules = new() { Check = QuietTimeRules.Check },
    };
}
