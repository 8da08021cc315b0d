using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Herald.Bench.Load;

/// <summary>A server in a process of its own: Herald or the trivial one. Ended with SIGTERM.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    private Child(Process process, Uri url) => (this.process, Url) = (process, url);

    public Uri Url { get; }
    public TimeSpan ReadyAfter { get; private init; }

    public static async Task<Child> TrivialAsync() =>
        await StartAsync([Environment.ProcessPath!, "trivial"], url => [url], [], "/");

    /// <summary>Herald with the development issuer and quiet logs, on that store.</summary>
    public static Task<Child> HeraldAsync(params (string Name, string Value)[] settings) =>
        StartAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, "herald.dll")], url => ["--urls", url], [.. settings, ("Logging:LogLevel:Default", "Warning")], "/health/ready");


    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long ReadResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(new string([.. line.Where(char.IsDigit)]), CultureInfo.InvariantCulture) >> 10;
    }

    public async Task<string> TokenAsync()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "aaaaaaaa-0000-0000-0000-000000000001",
            ["client_secret"] = "dev-agent",
            ["scope"] = $"{Url.GetLeftPart(UriPartial.Authority)}/.default",
        });
        using var answer = await http.PostAsync(new Uri(Url, "/11111111-1111-1111-1111-111111111111/oauth2/v2.0/token"), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async Task<HttpClient> ClientAsync()
    {
        var http = new HttpClient { BaseAddress = Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        return http;
    }

    public void Dispose()
    {
        _ = SendSignal(process.Id, 15);
        if (!process.WaitForExit(40_000))
            process.Kill();
        process.Dispose();
    }

    private static async Task<Child> StartAsync(string[] command, Func<string, string[]> arguments, (string Name, string Value)[] settings, string ready)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command[1..].Concat(arguments(url.GetLeftPart(UriPartial.Authority))))
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Herald__DevelopmentHttps__Port"] = "0";
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = url };
        while (!await AnswersAsync(http, ready))
        {
            if (process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException($"{command[^1]} did not become ready.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        return new Child(process, url) { ReadyAfter = clock.Elapsed };
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
