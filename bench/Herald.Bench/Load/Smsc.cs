using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace Herald.Bench.Load;

/// <summary>The SMSC of the tests (npm package smpp) in a process of its own.</summary>
internal sealed class Smsc : IDisposable
{
    private readonly Process process;
    private readonly HttpClient control = new();

    private Smsc(Process process) => this.process = process;

    public int Port { get; private init; }

    public static string Folder => typeof(Smsc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PeersFolder").Value!;

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<Smsc> StartAsync(object behaviour)
    {
        var start = new ProcessStartInfo("node", ["smsc.js"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("SMPP_PORT", "0"), ("CTL_PORT", "0"), ("END_WITH_STDIN", "1") })
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var ready = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The SMSC did not start: run scripts/install-peers.sh.")).Split(' ');
        var smsc = new Smsc(process) { Port = int.Parse(ready[2], CultureInfo.InvariantCulture) };
        smsc.control.BaseAddress = new Uri($"http://127.0.0.1:{ready[3]}");
        using var answer = await smsc.control.PostAsJsonAsync("/behave", behaviour);
        answer.EnsureSuccessStatusCode();
        return smsc;
    }

    /// <summary>Messages taken, and receipts that were answered with success.</summary>
    public async Task<(int Taken, int Receipted)> CountsAsync()
    {
        var stats = await control.GetFromJsonAsync<JsonElement>("/counts");
        return (stats.GetProperty("seen").GetInt32(), stats.GetProperty("dlrAcked").GetInt32());
    }

    /// <summary>Whether some number was sent to more than once.</summary>
    public async Task<bool> HasTwiceAsync() => (await control.GetFromJsonAsync<Dictionary<string, int>>("/ledger"))!.Values.Any(count => count > 1);

    public void Dispose()
    {
        control.Dispose();
        process.StandardInput.Close();
        if (!process.WaitForExit(3_000))
            process.Kill();
        process.Dispose();
    }
}
