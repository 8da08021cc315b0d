using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Herald.Testing;

/// <summary>
/// A throw-away PostgreSQL on a free port. One a test process, started at first use and stopped with the process;
/// each database is copied from a template that has the schema already.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresCluster>> Only = new(StartAsync);
    private static readonly string Programs = Environment.GetEnvironmentVariable("HERALD_POSTGRES_BIN") ?? "/usr/lib/postgresql/15/bin";
    private static int databases;

    private readonly string folder;
    private readonly int port;

    private PostgresCluster(string folder, int port)
    {
        this.folder = folder;
        this.port = port;
    }

    /// <summary>The cluster of this test process.</summary>
    public static Task<PostgresCluster> SharedAsync() => Only.Value;

    /// <summary>A cluster of one's own, for tests that stop it.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("herald-pg-").FullName;
        await RunAsync("chmod", "711", folder);
        var data = Directory.CreateDirectory(Path.Combine(folder, "s")).FullName;
        await RunAsync("chown", "postgres", data);
        var cluster = new PostgresCluster(folder, FreePort());
        await AsPostgresAsync("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "--no-locale", "-E", "UTF8", "--no-sync");
        await cluster.BeginAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Remove();
        return cluster;
    }

    private string Data => Path.Combine(folder, "s", "d");

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}";

    /// <summary>An empty database of its own; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await ExecuteAsync(template is null ? $"create database {name}" : $"create database {name} template {template}");
        return ConnectionString(name);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task BeginAsync() => AsPostgresAsync("pg_ctl", "-D", Data, "-o", $"-p {port} -h 127.0.0.1 -k {folder}/s", "-l", $"{folder}/s/log", "-w", "start");

    /// <summary>Stops it; <paramref name="mode"/> immediate = as a power cut would.</summary>
    public Task StopAsync(string mode = "fast") => AsPostgresAsync("pg_ctl", "-D", Data, "-m", mode, "-w", "stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync("immediate");
        Directory.Delete(folder, recursive: true);
    }

    private void Remove()
    {
        if (!Directory.Exists(folder))
            return;
        AsPostgresAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop").Wait(TimeSpan.FromSeconds(5));
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses root.
    private static Task AsPostgresAsync(string program, params string[] arguments) =>
        RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Programs, program), .. arguments]);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Output is thrown away: the server would inherit a pipe and keep its reader waiting.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null 2>&1");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
