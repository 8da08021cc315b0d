using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Herald.Bench.Load;

/// <summary>The same load by autocannon (https://github.com/mcollina/autocannon), a load generator in wide use that is not ours; runs in a Node process.</summary>
internal static class AutocannonLoad
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "clients", "load.mjs");

    /// <summary>False when its package was not installed (<c>make peers</c>).</summary>
    public static bool IsThere => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "clients", "node_modules", "autocannon"));

    public static async Task<LoadResult> RunAsync(Uri url, string body, string? token, int connections, TimeSpan duration)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, body);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        string[] arguments =
            [Script, url.ToString(), file, connections.ToString(CultureInfo.InvariantCulture), duration.TotalSeconds.ToString(CultureInfo.InvariantCulture), token ?? ""];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        var count = root.GetProperty("count").GetInt64();
        return new LoadResult(
            count / root.GetProperty("seconds").GetDouble(), root.GetProperty("p50").GetDouble(), root.GetProperty("p99").GetDouble(), count, root.GetProperty("failed").GetInt64());
    }
}
