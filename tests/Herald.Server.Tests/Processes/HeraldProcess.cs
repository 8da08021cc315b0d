using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Herald.Server.Tests.Processes;

/// <summary>A real <c>herald</c> process from the build output, spoken to over HTTP only, and killed by its pid.</summary>
internal sealed class HeraldProcess : IDisposable
{
    public const string VoiceEngagement = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
    public const string SmsEngagement = "b2c3d4e5-f6a7-8901-bcde-f12345678901";
    private const int SigTerm = 15;
    private const int SigKill = 9;

    private readonly Process process;
    private readonly StringBuilder output = new();

    private HeraldProcess(Process process, Uri url)
    {
        this.process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(20) };
    }

    public Uri Url { get; }
    public HttpClient Http { get; }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Of all its threads since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes that were resident at most (VmHWM in /proc/PID/status, proc(5)).</summary>
    public long PeakMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length].Trim(), System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts and waits until <c>/health/ready</c> says so, at most 30 s.</summary>
    public static async Task<HeraldProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "herald.dll"), "--urls", $"http://127.0.0.1:{port}" },
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Herald__DevelopmentHttps__Port"] = "0";
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        var herald = new HeraldProcess(process, new Uri($"http://127.0.0.1:{port}"));
        process.OutputDataReceived += herald.Keep;
        process.ErrorDataReceived += herald.Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await herald.ReadyAsync();
        return herald;
    }

    public async Task SignInAsync(string role = "supervisor")
    {
        var number = role switch { "agent" => 1, "supervisor" => 2, _ => 3 };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = $"aaaaaaaa-0000-0000-0000-00000000000{number}",
            ["client_secret"] = $"dev-{role}",
            ["scope"] = $"{Url.GetLeftPart(UriPartial.Authority)}/.default",
        });
        using var answer = await Http.PostAsync(new Uri("/11111111-1111-1111-1111-111111111111/oauth2/v2.0/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Posts one text or call; the task's id when it was answered 200, null for every other end of the request.</summary>
    public async Task<Guid?> CreateAsync(string engagement, string number)
    {
        try
        {
            using var answer = await PostAsync(engagement, number);
            return answer.StatusCode == HttpStatusCode.OK ? await TaskIdAsync(answer) : null;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>Posts one text or call.</summary>
    public async Task<HttpResponseMessage> PostAsync(string engagement, string number)
    {
        var message = engagement == VoiceEngagement ? "" : "\"Message\":\"Hello\",";
        var body = $$"""
            {"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{engagement}}",{{message}}
             "Contacts":[{"uniqueIdentifier":"{{Guid.NewGuid()}}","firstName":"A","lastName":"B","mobilePhoneNumber":"{{number}}"}]}
            """;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveDelivery", UriKind.Relative), content);
    }

    /// <summary>The task's id in a 200.</summary>
    public static async Task<Guid> TaskIdAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("DeliveryTaskId").GetGuid();

    public Task<JsonElement> GetAsync(string path) => Http.GetFromJsonAsync<JsonElement>(new Uri("/api/data/v9.2/" + path, UriKind.Relative));

    public void Kill()
    {
        _ = SendSignal(process.Id, SigKill);
        process.WaitForExit(10_000);
    }

    /// <summary>SIGTERM; the exit code, or null when it did not end in time.</summary>
    public async Task<int?> TerminateAsync(TimeSpan atMost)
    {
        _ = SendSignal(process.Id, SigTerm);
        using var limit = new CancellationTokenSource(atMost);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        Http.Dispose();
        process.Dispose();
    }

    private async Task ReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30) && !process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Kill();
        throw new InvalidOperationException($"herald did not become ready:\n{Output}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
