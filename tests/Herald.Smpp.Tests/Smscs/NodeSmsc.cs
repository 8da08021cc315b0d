using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace Herald.Smpp.Tests.Smscs;

/// <summary>peers/smsc.js in a process of its own, an implementation of SMPP that is not ours. Ends with our end of its standard input.</summary>
public class NodeSmsc : IAsyncLifetime
{
    private readonly HttpClient control = new();
    private Process? process;

    public int Port { get; private set; }

    public int ControlPort => control.BaseAddress!.Port;

    protected virtual void Configure(IDictionary<string, string?> environment)
    {
    }

    public async ValueTask InitializeAsync()
    {
        var folder = typeof(NodeSmsc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PeersFolder").Value!;
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException("The SMSC is not installed: run tests/Herald.Smpp.Tests/peers/install.sh.");
        var start = new ProcessStartInfo("node", ["smsc.js"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SMPP_PORT"] = "0";
        start.Environment["CTL_PORT"] = "0";
        start.Environment["END_WITH_STDIN"] = "1";
        Configure(start.Environment);
        process = Process.Start(start)!;
        var ready = (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System) ?? "").Split(' ');
        Port = int.Parse(ready[2], System.Globalization.CultureInfo.InvariantCulture);
        control.BaseAddress = new Uri($"http://127.0.0.1:{ready[3]}");
    }

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var answer = await control.PostAsJsonAsync(path, body ?? new { });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task ResetAsync() => PostAsync("/reset");

    public Task BehaveAsync(object behaviour) => PostAsync("/behave", behaviour);

    public Task<JsonElement> LogAsync() => control.GetFromJsonAsync<JsonElement>("/log");

    /// <summary>Messages taken, by number.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LedgerAsync() => (await control.GetFromJsonAsync<Dictionary<string, int>>("/ledger"))!;

    public Task<JsonElement> NotesAsync() => control.GetFromJsonAsync<JsonElement>("/notes");

    public Task<JsonElement> StatsAsync() => control.GetFromJsonAsync<JsonElement>("/stats");

    /// <summary>Asks until it holds; each question is a round trip, so this does not spin.</summary>
    public async Task UntilAsync(Func<JsonElement, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!holds(await StatsAsync()))
            patience.IsCancellationRequested.ShouldBeFalse("it never came to hold");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        control.Dispose();
        if (process is null)
            return;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3), TimeProvider.System);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
