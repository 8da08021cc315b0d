using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 15: a calendar of operating hours.</summary>
internal static class CalendarTable
{
    public static readonly TableDefinition Definition = new("calendar", "calendars", "calendarid", "name", "calendar")
    {
        Columns =
        [
            Column.Key("calendarid"),
            Column.Text("name", 160),
            Column.Memo("description", 2000),
            Column.Integer("type", 0),
            .. RowColumns.Audit(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
