using NpgsqlTypes;
using SQLitePCL;

namespace Herald.Store.Statements;

/// <summary>How one kind of value is bound by each driver. Five kinds are enough for the whole schema.</summary>
internal sealed record ColumnType<T>(Action<sqlite3_stmt, int, T> Bind, NpgsqlDbType Postgres);
