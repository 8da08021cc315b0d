using System.Globalization;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;

namespace Herald.WebApi.Writes;

/// <summary>One value against the limits of its column.</summary>
internal static class ColumnChecks
{
    public static IEnumerable<Fault> Of(TableDefinition table, Column column, object? value)
    {
        if (value is string text && column.Kind is ColumnKind.Text or ColumnKind.Memo or ColumnKind.Choices && ((string)value).Length > column.MaxLength)
            return [Faults.TooLong(column.Name, table.Name, column.MaxLength)];
        return (column.Kind, value) switch
        {
            (ColumnKind.Integer, long n) when n < column.Min || n > column.Max => [Faults.OutOfRange(column.Name, table.Name, n, column.Min, column.Max)],
            (ColumnKind.Choice or ColumnKind.State or ColumnKind.Status, long n) when !column.Choices.Any(c => c.Value == n) =>
                [Faults.NotAChoice(column.Name, table.Name, n, column.Choices.Select(c => c.Value))],
            (ColumnKind.Choices, string list) => Several(table, column, list),
            _ => [],
        };
    }

    private static IEnumerable<Fault> Several(TableDefinition table, Column column, string list)
    {
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var known = int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && column.Choices.Any(c => c.Value == n);
            if (!known) yield return Faults.NotAChoice(column.Name, table.Name, n, column.Choices.Select(c => c.Value));
        }
    }
}
