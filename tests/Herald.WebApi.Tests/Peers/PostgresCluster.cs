using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Herald.WebApi.Tests.Peers;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Herald.WebApi.Tests.Peers;

/// <summary>A throw-away PostgreSQL of its own on a free port, for the run of this assembly.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private readonly string folder = Path.Combine(Path.GetTempPath(), "hw" + Guid.NewGuid().ToString("N")[..8]);
    private int port;
    private int databases;
    private readonly List<IAsyncDisposable> kept = [];

    /// <summary>Disposed at the end of the run.</summary>
    internal T Keep<T>(T ground)
        where T : IAsyncDisposable
    {
        lock (kept) kept.Add(ground);
        return ground;
    }

    public async ValueTask InitializeAsync()
    {
        await RunAsync($"mkdir -m 711 {folder}");
        using (var socket = new TcpListener(IPAddress.Loopback, 0))
        {
            socket.Start();
            port = ((IPEndPoint)socket.LocalEndpoint).Port;
        }
        await RunAsync($"{Programs}/initdb -D {folder}/d -A trust -U postgres --no-locale -E UTF8");
        await RunAsync($"{Programs}/pg_ctl -D {folder}/d -o '-p {port} -h 127.0.0.1 -k {folder} -c fsync=off' -l {folder}/log -w start");
    }

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ground in kept) await ground.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"{Programs}/pg_ctl -D {folder}/d -m immediate -w stop");
        await RunAsync($"rm -r {folder}");
    }

    private string ConnectionTo(string database) => $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=10;Max Auto Prepare=50";

    /// <summary>The server refuses to run as root; then all of it runs as the user that the package made.</summary>
    private static async Task RunAsync(string command)
    {
        // Its output goes nowhere: the server would keep a pipe of ours open.
        string[] shell = ["sh", "-c", command + " >/dev/null 2>&1"];
        var start = Environment.UserName == "root" ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", .. shell]) : new ProcessStartInfo(shell[0], shell[1..]);
        start.WorkingDirectory = "/";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{command}' ended with {process.ExitCode}.");
    }
}
