using System.Net.Sockets;
using Npgsql;

namespace Herald.Store.Postgres;

/// <summary>Which faults mean "the database", not "this row".</summary>
internal static class PostgresFault
{
    // SQLSTATE classes, PostgreSQL manual, Appendix A: 08 connection, 25006 read-only, 40 rollback, 53 resources (disk full,
    // too many connections), 55P03 lock not available, 57 operator intervention, 58 system error, XX internal.
    private static readonly string[] Classes = ["08", "25006", "40", "53", "55P03", "57", "58", "XX"];

    public static bool IsUnavailable(Exception fault) => fault switch
    {
        PostgresException answered => Classes.Any(start => answered.SqlState.StartsWith(start, StringComparison.Ordinal)),
        NpgsqlException or SocketException or IOException or TimeoutException => true,
        _ => false,
    };
}
