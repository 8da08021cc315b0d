using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Herald.Sip.Tests.Lab;

/// <summary>A real peer in the foreground, with its own folder; stopped by its id, TERM first, KILL after 3 s.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task draining;
    private bool stopped;

    public PeerProcess(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.StandardInput.Close();
        draining = Task.WhenAll(DrainAsync(process.StandardOutput), DrainAsync(process.StandardError));
    }

    public int Id => process.Id;

    public string Output { get; private set; } = "";

    public bool HasExited => process.HasExited;

    public async Task<int> ExitAsync(TimeSpan limit)
    {
        await process.WaitForExitAsync().WaitAsync(limit);
        await draining;
        return process.ExitCode;
    }

    /// <summary>Until a UDP port of 127.0.0.1 is bound, by us or anybody; at most 10 s.</summary>
    public async Task BoundUdpAsync(int port) => await UntilAsync(() => LoopbackPorts.IsBoundUdp(port));

    public async Task ListeningAsync(int port) => await UntilAsync(() =>
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    });

    public async ValueTask DisposeAsync()
    {
        if (stopped)
            return;
        stopped = true;
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            try
            {
                await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(3));
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
        await draining;
        process.Dispose();
    }

    private async Task UntilAsync(Func<bool> ready)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 1_000; i++)
        {
            if (ready())
                return;
            if (process.HasExited)
                break;
            await timer.WaitForNextTickAsync();
        }
        throw new InvalidOperationException($"{process.StartInfo.FileName} did not get ready: {Output}");
    }

    private async Task DrainAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            lock (process)
                if (Output.Length < 100_000)
                    Output += line + "\n";
    }
}
