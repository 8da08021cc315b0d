using System.Collections.Concurrent;
using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Herald.Store.Sqlite;

/// <summary>One file, one process, one writer; readers in snapshots of the write-ahead log.</summary>
internal sealed class SqliteEngine : IStoreEngine
{
    static SqliteEngine()
    {
        Batteries_V2.Init();
        // Each connection has one user at a time: without a lock around every value read, a page of rows is a tenth cheaper. No effect when SQLite runs already.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    private readonly StoreOptions options;
    private readonly string database;
    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly SemaphoreSlim free;
    private FileStream? processLock;

    public SqliteEngine(StoreOptions options)
    {
        this.options = options;
        Directory = Path.GetFullPath(options.DataDirectory!);
        database = Path.Combine(Directory, "herald.db");
        free = new SemaphoreSlim(options.Connections);
    }

    public string Directory { get; }

    public StoreEngine Kind => StoreEngine.Sqlite;

    public Task OpenAsync(CancellationToken ct)
    {
        System.IO.Directory.CreateDirectory(Directory);
        try
        {
            // FileShare.None is an advisory lock of the process: it goes with the process, however that ends.
            processLock = new FileStream(Path.Combine(Directory, "herald.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new StoreUnavailableException($"Another Herald process uses the data directory {Directory}. Stop it, or give this one its own (Herald:DataDirectory).", fault);
        }

        return Task.CompletedTask;
    }

    public IWriterSession OpenWriter()
    {
        var session = new SqliteSession(Open(SqliteOpenMode.ReadWriteCreate));
        // Each dirty page of a commit is two writes to the log: larger pages take a quarter more accepts a second (of a new database; an old one keeps its own).
        session.Execute("pragma page_size = 8192");
        session.Execute("pragma journal_mode = wal");
        session.Execute("pragma synchronous = full");
        session.Execute($"pragma wal_autocheckpoint = {options.CheckpointPages}");
        session.Execute($"pragma cache_size = -{options.WriterCacheMegabytes * 1024}");
        session.Execute("pragma mmap_size = 0");
        return session;
    }

    public async ValueTask<ISqlSession> RentReaderAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            return readers.TryTake(out var known) ? known : OpenReader();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Return(ISqlSession reader)
    {
        readers.Add((SqliteSession)reader);
        free.Release();
    }

    public ValueTask<DbConnection> OpenConnectionAsync(CancellationToken ct)
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        raw.sqlite3_exec(connection.Handle!, "pragma cache_size = -8192");
        return ValueTask.FromResult<DbConnection>(connection);
    }

    public bool IsUnavailable(Exception fault) => fault is SqliteException sqlite && SqliteFault.IsUnavailable(sqlite);

    public bool IsConflict(Exception fault) => false;

    public bool? WasCommitted(WriterMark mark) => false;

    public Task BackupAsync(string file, CancellationToken ct) => Task.Run(
        () =>
        {
            if (File.Exists(file))
                throw new IOException($"{file} is there already.");
            // Complete under its own name or not there at all.
            var part = file + ".part";
            File.Delete(part);
            using (var from = Open(SqliteOpenMode.ReadOnly))
            using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
            {
                to.Open();
                from.BackupDatabase(to);
            }

            File.Move(part, file);
        },
        ct);

    public async ValueTask DisposeAsync()
    {
        while (readers.TryTake(out var reader))
            reader.Dispose();
        if (processLock is not null)
            await processLock.DisposeAsync();
        free.Dispose();
    }

    private SqliteSession OpenReader()
    {
        var session = new SqliteSession(Open(SqliteOpenMode.ReadOnly));
        session.Execute("pragma cache_size = -8192");
        return session;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        raw.sqlite3_busy_timeout(connection.Handle!, 5_000);
        return connection;
    }
}
