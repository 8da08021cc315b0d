using System.Data.Common;
using System.Text;

namespace Herald.WebApi.Query;

/// <summary>A statement under construction: text, and values that are only ever parameters ($1, $2 …).</summary>
internal sealed class SqlText(SqlDialect dialect)
{
    private readonly StringBuilder text = new(512);
    private readonly List<object> values = [];

    public SqlDialect Dialect { get; } = dialect;

    public SqlText Append(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>Keeps the value and gives the name that stands for it in the text.</summary>
    public string Value(object? value)
    {
        values.Add(value ?? DBNull.Value);
        return "$" + values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A number in the text, not a parameter: SQLite plans by a bound limit, and so compiles the statement anew for each value
    /// that is bound, the same one included.
    /// </summary>
    public SqlText Limit(long rows) => Append(string.Create(System.Globalization.CultureInfo.InvariantCulture, $" limit {rows}"));

    public string Value(Guid id) => Value(Stored.Id(id, Dialect));

    public string Text => OptionalJoin.Resolve(text.ToString());

    public IReadOnlyList<object> Values => values;

    public DbCommand Command(DbConnection connection, DbTransaction? transaction = null) => Command(connection, transaction, Text, values, Dialect);

    public static DbCommand Command(DbConnection connection, DbTransaction? transaction, string text, IReadOnlyList<object> values, SqlDialect dialect)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        for (var n = 0; n < values.Count; n++)
        {
            var parameter = command.CreateParameter();
            // PostgreSQL binds by position when the parameter has no name; SQLite by the name as written.
            if (dialect == SqlDialect.Sqlite) parameter.ParameterName = "$" + (n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            parameter.Value = values[n];
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
