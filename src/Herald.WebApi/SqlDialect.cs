namespace Herald.WebApi;

/// <summary>The engine behind an <see cref="IRowSource"/>: ids are 16-byte big-endian blobs on SQLite, uuid on PostgreSQL.</summary>
public enum SqlDialect
{
    Sqlite,
    Postgres,
}
