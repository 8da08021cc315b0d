using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Herald.Store.Sqlite;

/// <summary>Result codes as exceptions, and which of them mean "the database", not "this row".</summary>
internal static class SqliteFault
{
    public static void Check(int code, sqlite3 database)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW)
            return;
        throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code & 0xff, code);
    }

    // Result codes: https://www.sqlite.org/rescode.html
    public static bool IsUnavailable(SqliteException fault) => fault.SqliteErrorCode
        is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY
        or raw.SQLITE_NOMEM or raw.SQLITE_PROTOCOL;
}
