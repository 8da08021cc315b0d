using System.Globalization;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Testing;

/// <summary>An opened store on a temporary place, and the options to open it again.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly string? folder;

    private StoreUnderTest(IHeraldStore store, StoreOptions options, TimeProvider time, string? folder)
    {
        Store = store;
        Options = options;
        Time = time;
        this.folder = folder;
    }

    public IHeraldStore Store { get; private set; }

    public StoreOptions Options { get; }

    public TimeProvider Time { get; }

    /// <summary>A file in a temporary folder, removed at the end.</summary>
    public static async Task<StoreUnderTest> Sqlite(TimeProvider? time = null, Func<StoreOptions, StoreOptions>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("herald-db-").FullName;
        var options = new StoreOptions { DataDirectory = folder };
        return await OpenAsync(with?.Invoke(options) ?? options, time ?? TimeProvider.System, folder);
    }

    /// <summary>A database of its own in the process's cluster.</summary>
    public static async Task<StoreUnderTest> Postgres(TimeProvider? time = null, Func<StoreOptions, StoreOptions>? with = null)
    {
        return await PostgresAsync(await PostgresCluster.SharedAsync(), time, with);
    }

    /// <summary>A database of its own in that cluster.</summary>
    public static async Task<StoreUnderTest> PostgresAsync(PostgresCluster cluster, TimeProvider? time = null, Func<StoreOptions, StoreOptions>? with = null)
    {
        var options = new StoreOptions { ConnectionString = await cluster.CreateStoreAsync(), Connections = 8 };
        return await OpenAsync(with?.Invoke(options) ?? options, time ?? TimeProvider.System, null);
    }

    public static Task<StoreUnderTest> Of(StoreEngine engine, TimeProvider? time = null, Func<StoreOptions, StoreOptions>? with = null) =>
        engine == StoreEngine.Sqlite ? Sqlite(time, with) : Postgres(time, with);

    /// <summary>Another store over the same place, as a second process would open it (PostgreSQL), or after the first is closed.</summary>
    public async Task<IHeraldStore> OpenAnotherAsync()
    {
        var another = Create(Options, Time);
        await another.OpenAsync(CancellationToken.None);
        return another;
    }

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAnotherAsync();
    }

    /// <summary>An engagement row and nothing else.</summary>
    public Task AddEngagementAsync(Guid id) => WriteAsync("insert into engagement (id, name, created_at, modified_at) values (@id, 'Any', 0, 0)", id);

    /// <summary>A statement in the writer's transaction, which counts as a change of settings.</summary>
    public async Task WriteAsync(string sql, Guid? id = null) => await Store.Rows.WriteAsync(
        true,
        async (connection, transaction, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@id";
            parameter.Value = id is not { } value ? DBNull.Value : Store.Engine == StoreEngine.Sqlite ? value.ToByteArray(bigEndian: true) : value;
            command.Parameters.Add(parameter);
            return await command.ExecuteNonQueryAsync(ct);
        },
        CancellationToken.None);

    /// <summary>One number from the database, past the store's own roles.</summary>
    public async Task<long> ReadAsync(string sql)
    {
        await using var connection = await Store.Rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    internal static IHeraldStore Create(StoreOptions options, TimeProvider time) => HeraldStore.Create(options, time, NullLoggerFactory.Instance);

    private static async Task<StoreUnderTest> OpenAsync(StoreOptions options, TimeProvider time, string? folder)
    {
        var store = Create(options, time);
        await store.OpenAsync(CancellationToken.None);
        return new StoreUnderTest(store, options, time, folder);
    }
}
