using System.Data.Common;
using System.Diagnostics;
using Herald.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Herald.Bench.Baselines;

/// <summary>The same rows with nothing around them: one table with a primary key, 500 rows a transaction, the same durability.</summary>
internal sealed class BareRows : IAsyncDisposable
{
    private const int Group = 500;
    private readonly DbConnection connection;
    private readonly string? folder;
    private readonly bool postgres;
    private int inserted;
    private int moved;

    private BareRows(DbConnection connection, string? folder, bool postgres) => (this.connection, this.folder, this.postgres) = (connection, folder, postgres);

    public static async Task<BareRows> OpenAsync(StoreOptions options)
    {
        var postgres = options.ConnectionString is not null;
        var folder = postgres ? null : Directory.CreateTempSubdirectory("herald-bare").FullName;
        DbConnection connection = postgres ? new NpgsqlConnection(options.ConnectionString) : new SqliteConnection($"Data Source={folder}/bare.db");
        await connection.OpenAsync();
        var bare = new BareRows(connection, folder, postgres);
        if (!postgres)
            await bare.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full;");
        await bare.ExecuteAsync($"drop table if exists bare_row; create table bare_row (id bigint primary key, state int not null, a {bare.Bytes}, b text, c text, body {bare.Bytes})");
        return bare;
    }

    private string Bytes => postgres ? "bytea" : "blob";

    /// <summary>Rows a second of three inserts a task folded into one row of the same bytes.</summary>
    public async Task<double> InsertAsync(int rows)
    {
        var body = new byte[400];
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < rows; done += Group)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            if (postgres)
                await InsertGroupAsync(body);
            else
                await InsertOneByOneAsync(transaction, body);
            await transaction.CommitAsync();
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Rows a second of: read 500 ids in state 0, set them to 1.</summary>
    public async Task<double> SelectAndUpdateAsync(int rows)
    {
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < rows; done += Group)
        {
            var ids = new List<long>();
            await using (var read = Command(null, $"select id from bare_row where id > {moved} order by id limit {Group}"))
            await using (var reader = await read.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                    ids.Add(reader.GetInt64(0));
            }

            await using var transaction = await connection.BeginTransactionAsync();
            await using var update = Command(transaction, $"update bare_row set state = 1 where id in ({string.Join(',', ids)}) and state = 0");
            await update.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            moved = (int)ids[^1];
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        if (folder is null)
            return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task InsertGroupAsync(byte[] body)
    {
        await using var insert = (NpgsqlCommand)Command(null, "insert into bare_row select unnest(@ids), 0, @a, 'WA', 'USA', @body");
        insert.Parameters.AddWithValue("ids", Enumerable.Range(0, Group).Select(_ => (long)++inserted).ToArray());
        insert.Parameters.AddWithValue("a", new byte[16]);
        insert.Parameters.AddWithValue("body", body);
        await insert.ExecuteNonQueryAsync();
    }

    private async Task InsertOneByOneAsync(DbTransaction transaction, byte[] body)
    {
        await using var insert = (SqliteCommand)Command(transaction, "insert into bare_row values (@id, 0, @a, 'WA', 'USA', @body)");
        var id = insert.Parameters.Add("@id", SqliteType.Integer);
        insert.Parameters.AddWithValue("@a", new byte[16]);
        insert.Parameters.AddWithValue("@body", body);
        for (var row = 0; row < Group; row++)
        {
            id.Value = (long)++inserted;
            await insert.ExecuteNonQueryAsync();
        }
    }

    private DbCommand Command(DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Command(null, sql);
        await command.ExecuteNonQueryAsync();
    }
}
