using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Npgsql;

namespace Herald.Store.Postgres;

/// <summary>A PostgreSQL database that several processes may share.</summary>
internal sealed class PostgresEngine : IStoreEngine
{
    private static readonly Command<long> ReadMark = new Command<long>("read_mark").OneNumber("chain", chain => chain);

    private readonly StoreOptions options;
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource plainReaders;

    public PostgresEngine(StoreOptions options)
    {
        this.options = options;
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            MaxPoolSize = options.Connections,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            CommandTimeout = (int)options.ReadLimit.TotalSeconds,
            ApplicationName = "herald",
            // Answers must be on disk whatever the server's default says. Plans are made for the arrays at hand: a plan kept from a small
            // table, or for arrays of unknown length, loops over a batch of 500 once for each of its rows (200 ms instead of 10).
            Options = "-c synchronous_commit=on -c default_transaction_isolation=read\\ committed -c plan_cache_mode=force_custom_plan",
        };
        source = NpgsqlDataSource.Create(settings);
        // The Web API's: kept open by it, few parameters and none of them arrays, so that a plan may be kept as well. It writes nothing here, whatever its SQL says.
        plainReaders = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Options = "-c default_transaction_read_only=on" });
    }

    public StoreEngine Kind => StoreEngine.Postgres;

    public async Task OpenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (connection.PostgreSqlVersion.Major < 15)
            throw new StoreUnavailableException($"PostgreSQL {connection.PostgreSqlVersion} is too old: 15 or newer is needed.");
        await using var command = new NpgsqlCommand("select current_setting('max_locks_per_transaction')::bigint * current_setting('max_connections')::bigint", connection);
        var locks = (long)(await command.ExecuteScalarAsync(ct))!;
        // A start locks up to two limit keys a row, beside another process that does the same.
        if (locks < 4L * options.BatchRows)
            throw new StoreUnavailableException($"The server has room for {locks} locks: max_locks_per_transaction x max_connections must be at least {4L * options.BatchRows}.");
    }

    public IWriterSession OpenWriter() => new PostgresSession(source.OpenConnection(), keepsCommands: true);

    public async ValueTask<ISqlSession> RentReaderAsync(CancellationToken ct) => new PostgresSession(await source.OpenConnectionAsync(ct), keepsCommands: false);

    public void Return(ISqlSession reader) => reader.Dispose();

    public async ValueTask<DbConnection> OpenConnectionAsync(CancellationToken ct) => await plainReaders.OpenConnectionAsync(ct);

    public bool IsUnavailable(Exception fault) => PostgresFault.IsUnavailable(fault);

    public bool IsConflict(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public bool? WasCommitted(WriterMark mark)
    {
        try
        {
            using var session = new PostgresSession(source.OpenConnection(), keepsCommands: false);
            return session.Query(ReadMark, [mark.Chain], row => row.Number(0)).Contains(mark.Batch);
        }
        catch (Exception fault) when (PostgresFault.IsUnavailable(fault))
        {
            return null;
        }
    }

    public Task BackupAsync(string file, CancellationToken ct) =>
        throw new NotSupportedException("PostgreSQL has its own tools for that: pg_dump, or a base backup.");

    public async ValueTask DisposeAsync()
    {
        await plainReaders.DisposeAsync();
        await source.DisposeAsync();
    }
}
