using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Herald.Bench.Sip;

/// <summary>SIPp as the network that answers, or as the caller of the baseline.</summary>
internal sealed class Sipp : IDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private int successful;

    private Sipp(DirectoryInfo folder, int port, IEnumerable<string> arguments)
    {
        (this.folder, Port) = (folder, port);
        var start = new ProcessStartInfo("sipp") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public TimeSpan Processor => process.TotalProcessorTime;

    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "sipp")));

    /// <summary>Rings, answers without media, waits for the BYE.</summary>
    public static async Task<Sipp> AnswerSilentlyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("herald-sipp-");
        using (var scenario = typeof(Sipp).Assembly.GetManifestResourceStream("Herald.Bench.Sip.answer_silent.xml")!)
        using (var file = File.Create(Path.Combine(folder.FullName, "answer.xml")))
            await scenario.CopyToAsync(file);
        return await AnsweringAsync(folder, "-sf", "answer.xml");
    }

    /// <summary>Answers and sends every RTP packet back.</summary>
    public static Task<Sipp> EchoAsync(int mediaPort) => AnsweringAsync(Directory.CreateTempSubdirectory("herald-sipp-"), "-sn", "uas", "-mi", "127.0.0.1", "-mp", $"{mediaPort}", "-rtp_echo");

    /// <summary>SIPp calls SIPp: so many calls at that rate, answered, held and ended.</summary>
    /// <returns>Calls a second that succeeded.</returns>
    public static async Task<double> CallAsync(int port, int rate, int calls, TimeSpan held)
    {
        var clock = Stopwatch.StartNew();
        using var caller = new Sipp(Directory.CreateTempSubdirectory("herald-sipp-"), 0,
        [
            "-sn", "uac", $"127.0.0.1:{port}", "-i", "127.0.0.1", "-p", $"{FreePort()}", "-mi", "127.0.0.1", "-m", $"{calls}", "-r", $"{rate}", "-l", "100000",
            "-d", $"{(int)held.TotalMilliseconds}", "-nostdin", "-timeout", $"{(calls / rate) + (int)held.TotalSeconds + 10}s",
        ]);
        await caller.process.WaitForExitAsync();
        return caller.successful / (clock.Elapsed - held).TotalSeconds;
    }

    // The last screen: "Successful call | since the last screen | in all".
    private void Read(string? line)
    {
        if (line?.Split('|') is [var name, _, var all, ..] && name.Contains("Successful call", StringComparison.Ordinal))
            successful = int.Parse(all, CultureInfo.InvariantCulture);
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<Sipp> AnsweringAsync(DirectoryInfo folder, params string[] arguments)
    {
        var port = FreePort();
        var sipp = new Sipp(folder, port, [.. arguments, "-i", "127.0.0.1", "-p", $"{port}", "-nostdin", "-aa", "-buff_size", "4194304"]);
        var hex = $"0100007F:{port:X4}";
        for (var waited = Stopwatch.StartNew(); !File.ReadAllText("/proc/net/udp").Contains(hex, StringComparison.Ordinal);)
        {
            if (sipp.process.HasExited || waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new InvalidOperationException("SIPp does not listen.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        return sipp;
    }
}
