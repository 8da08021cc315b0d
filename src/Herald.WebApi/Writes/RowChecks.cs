using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Writes;

/// <summary>The row as it would be: required columns, the table's own rules, uniqueness.</summary>
internal static class RowChecks
{
    public static async ValueTask RunAsync(Work work, StoredRow row)
    {
        var faults = new List<Fault>();
        foreach (var column in row.Table.Columns.Where(c => c.Requirement == Requirement.System && c.Kind != ColumnKind.Key && c.IsStored))
            if (row.Values[column] is null) faults.Add(Faults.Missing(column.Name));
        if (row.Table.Rules.Check is { } check) faults.AddRange(check(row.Named));
        if (faults.Count > 0) throw new RefusedException(faults);
        foreach (var key in row.Table.AlternateKeys)
            if (await TakenAsync(work, row, key.Columns, activeOnly: false)) throw new RefusedException(Faults.DuplicateKey(key.Name));
        foreach (var one in row.Table.OnlyOnes)
            if (Active(row) && await TakenAsync(work, row, one.Columns, activeOnly: true)) throw new RefusedException(Faults.Invalid(one.Message, one.Columns.FirstOrDefault()));
    }

    private static bool Active(StoredRow row) => row.Values.FirstOrDefault(v => v.Key.Kind == ColumnKind.State).Value is null or 0L;

    private static async ValueTask<bool> TakenAsync(Work work, StoredRow row, IReadOnlyList<string> names, bool activeOnly)
    {
        var columns = names.Select(n => row.Values.Keys.First(c => c.Name == n)).ToList();
        if (columns.Any(c => row.Values[c] is null)) return false;
        var sql = new SqlText(work.Dialect);
        var conditions = columns.Select(c => Comparison.Of(new Operand(c, c.At("r")), BinaryOperatorKind.Equal, row.Values[c], sql)).ToList();
        conditions.Add($"r.\"id\" <> {sql.Value(row.Id)}");
        if (activeOnly && row.Values.Keys.Any(c => c.Kind == ColumnKind.State)) conditions.Add("r.\"state\" = 0");
        sql.Append($"select 1 from \"{row.Table.Stored}\" r where {string.Join(" and ", conditions)} limit 1");
        await using var command = sql.Command(work.Connection, work.Transaction);
        return await command.ExecuteScalarAsync(work.Token) is not null;
    }
}
