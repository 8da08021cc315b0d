using System.Globalization;
using Herald.Store;
using Herald.Store.Migrations;
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
        var cluster = await PostgresCluster.SharedAsync();
        var options = new StoreOptions { ConnectionString = await cluster.CreateDatabaseAsync(), Connections = 8 };
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

    /// <summary>The settings tables are written in another room; until its script is in the build a copy stands in for it.</summary>
    internal static HeraldStore Create(StoreOptions options, TimeProvider time)
    {
        var engine = options.DataDirectory is null ? StoreEngine.Postgres : StoreEngine.Sqlite;
        var migrations = Herald.Store.Statements.SqlTexts.Under($"Migrations/{engine}")
            .Select(name => MigrationSet.Read(Path.GetFileName(name), Herald.Store.Statements.SqlTexts.ReadResource(name))).ToList();
        if (migrations.All(migration => migration.Number != 2))
            migrations.Add(MigrationSet.Read("0002_settings", StandIn(engine)));
        return new HeraldStore(options, time, NullLoggerFactory.Instance, MigrationSet.Ordered(migrations));
    }

    private static string StandIn(StoreEngine engine)
    {
        using var stream = typeof(StoreUnderTest).Assembly.GetManifestResourceStream($"StandIn/{engine}/0002_settings")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task<StoreUnderTest> OpenAsync(StoreOptions options, TimeProvider time, string? folder)
    {
        var store = Create(options, time);
        await store.OpenAsync(CancellationToken.None);
        return new StoreUnderTest(store, options, time, folder);
    }
}
