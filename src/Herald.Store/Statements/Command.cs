using NodaTime;

namespace Herald.Store.Statements;

/// <summary>
/// A named statement (<c>Sql/{engine}/name.sql</c>) over rows. The engines share the C#; only the texts differ:
/// SQLite runs its text once a row, PostgreSQL runs its text once with an array a column.
/// </summary>
internal sealed class Command<TRow>(string name)
{
    private readonly List<Column<TRow>> columns = [];

    public string Name { get; } = name;

    public IReadOnlyList<Column<TRow>> Columns => columns;

    public Command<TRow> Id(string column, Func<TRow, Guid?> get) => Each(column, ColumnTypes.Id, get);

    public Command<TRow> Number(string column, Func<TRow, long?> get) => Each(column, ColumnTypes.Number, get);

    public Command<TRow> At(string column, Func<TRow, Instant?> get) => Each(column, ColumnTypes.Number, row => get(row)?.ToUnixTimeMilliseconds());

    public Command<TRow> Text(string column, Func<TRow, string?> get) => Each(column, ColumnTypes.Text, get);

    public Command<TRow> Flag(string column, Func<TRow, bool?> get) => Each(column, ColumnTypes.Flag, get);

    public Command<TRow> Blob(string column, Func<TRow, byte[]?> get) => Each(column, ColumnTypes.Blob, get);

    public Command<TRow> OneId(string column, Func<TRow, Guid?> get) => One(column, ColumnTypes.Id, get);

    public Command<TRow> OneNumber(string column, Func<TRow, long?> get) => One(column, ColumnTypes.Number, get);

    public Command<TRow> OneAt(string column, Func<TRow, Instant?> get) => One(column, ColumnTypes.Number, row => get(row)?.ToUnixTimeMilliseconds());

    public Command<TRow> OneText(string column, Func<TRow, string?> get) => One(column, ColumnTypes.Text, get);

    public Command<TRow> OneFlag(string column, Func<TRow, bool?> get) => One(column, ColumnTypes.Flag, get);

    public Command<TRow> OneBlob(string column, Func<TRow, byte[]?> get) => One(column, ColumnTypes.Blob, get);

    private Command<TRow> Each<T>(string column, ColumnType<T> type, Func<TRow, T> get)
    {
        columns.Add(new ArrayColumn<TRow, T>(column, type, get));
        return this;
    }

    private Command<TRow> One<T>(string column, ColumnType<T> type, Func<TRow, T> get)
    {
        columns.Add(new ValueColumn<TRow, T>(column, type, get));
        return this;
    }
}
