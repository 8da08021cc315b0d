using Herald.Store.Consents;
using Herald.Store.Contacts;
using Herald.Store.Engines;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Log;
using Herald.Store.Migrations;
using Herald.Store.Postgres;
using Herald.Store.Pruning;
using Herald.Store.Queue;
using Herald.Store.Reporting;
using Herald.Store.Settings;
using Herald.Store.Sqlite;
using Herald.Store.Statements;
using Herald.Store.Users;
using Herald.Store.Writing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Store;

/// <summary>The durable state of a process on either engine.</summary>
public sealed class HeraldStore : IHeraldStore
{
    private static readonly Command<Instant> OpenChain = new Command<Instant>("open_log_chain").OneAt("now", now => now);

    private readonly IStoreEngine engine;
    private readonly StoreOptions options;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly IReadOnlyList<Migration> migrations;
    private Writer? writer;
    private OpenStore? open;

    internal HeraldStore(StoreOptions options, TimeProvider time, ILoggerFactory logs, IReadOnlyList<Migration>? migrations = null)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        this.options = options;
        this.time = time;
        this.logs = logs;
        engine = options.DataDirectory is null ? new PostgresEngine(options) : new SqliteEngine(options);
        this.migrations = migrations ?? MigrationSet.Embedded(engine.Kind);
    }

    public StoreEngine Engine => engine.Kind;

    public IIntakeStore Intake => Open.Intake;

    public IQueueStore Queue => Open.Queue;

    public IReceiptStore Receipts => Open.Receipts;

    public IBacklogStore Backlog => Open.Backlog;

    public IConsentStore Consents => Open.Consents;

    public IFactStore Facts => Open.Facts;

    public IInboundStore Inbound => Open.Inbound;

    public ISettingsStore Settings => Open.Settings;

    public ITaskReader Tasks => Open.Tasks;

    public IRowStore Rows => Open.Rows;

    public IContactStore Contacts => Open.Contacts;

    public IPruneStore Pruning => Open.Pruning;

    public IUserStore Users => Open.Users;

    private OpenStore Open => open ?? throw new InvalidOperationException("Open the store first.");

    /// <summary>A store that is not open yet.</summary>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    public static IHeraldStore Create(StoreOptions options, TimeProvider time, ILoggerFactory logs) => new HeraldStore(options, time, logs);

    public async Task OpenAsync(CancellationToken ct)
    {
        try
        {
            await engine.OpenAsync(ct);
            writer = new Writer(engine, options, time, PrepareSchema(), logs.CreateLogger<Writer>());
        }
        catch (Exception fault) when (engine.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database cannot be opened.", fault);
        }

        writer.Start();
        open = new OpenStore(new Readers(engine), writer, engine);
        await open.Held.SettleAbandonedAsync(ct);
    }

    public Task BackupAsync(string file, CancellationToken ct) => engine.BackupAsync(file, ct);

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
            await writer.DisposeAsync();
        await engine.DisposeAsync();
    }

    // Migrates, then opens the log chain of this process.
    private LogChain PrepareSchema()
    {
        using var session = engine.OpenWriter();
        Migrator.Apply(session.Connection, engine.Kind, migrations, time);
        return new LogChain(session.Query(OpenChain, [Instant.FromDateTimeOffset(time.GetUtcNow())], row => row.Number(0))[0]);
    }
}
