using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: a rule of a calendar, read through calendar_calendar_rules.</summary>
internal static class CalendarRuleTable
{
    public static readonly TableDefinition Definition = new("calendarrule", "calendarrules", "calendarruleid", "name", "calendar_rule")
    {
        Columns =
        [
            Column.Key("calendarruleid"),
            Column.Text("name", 160),
            Column.Memo("description", 2000),
            Column.Lookup("calendarid", "calendar", inverse: "calendar_calendar_rules", onDelete: OnDelete.Cascade),
            Column.Integer("duration", 0),
            Column.Text("starttime", 40),
            Column.Memo("pattern", 2000),
            Column.Integer("extentcode"),
            Column.Integer("timezonecode", -1),
            Column.Integer("rank"),
            Column.Integer("subcode"),
            Column.Instant("effectiveintervalstart"),
            Column.Instant("effectiveintervalend"),
            .. RowColumns.Audit(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
