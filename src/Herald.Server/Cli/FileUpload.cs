using System.Net.Http.Headers;
using System.Text.Json;

namespace Herald.Server.Cli;

/// <summary>Sends a file and shows, while the server works on it, what the upload's row says.</summary>
internal static class FileUpload
{
    private const string Root = "/api/data/v9.2/";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(FileInfo file, UploadTarget target, string role, string url, string? token, CancellationToken ct)
    {
        try
        {
            await using var lines = file.OpenRead();
            using var http = await ServerClient.ConnectAsync(url, token, ct, role);
            var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
            using var content = new StreamContent(lines) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
            var sent = http.PostAsync(new Uri($"{Root}{target.Path}?UploadId={id}", UriKind.Relative), content, ct);
            await ShowAsync(http, target, id, sent, ct);
            using var answer = await sent;
            await (answer.IsSuccessStatusCode ? Console.Out : Console.Error).WriteLineAsync(await answer.Content.ReadAsStringAsync(ct));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            await Console.Error.WriteLineAsync($"Nothing was imported: {away.Message}");
            return 1;
        }
    }

    /// <summary>A line on a terminal that is written over, lines elsewhere; to the error stream, so that the answer alone is the output.</summary>
    private static async Task ShowAsync(HttpClient http, UploadTarget target, Guid id, Task sent, CancellationToken ct)
    {
        long? shown = null;
        while (await Task.WhenAny(sent, Task.Delay(Look, TimeProvider.System, ct)) != sent)
        {
            if (await LinesAsync(http, target, id, ct) is not { } done || done == shown)
                continue;
            shown = done;
            await Console.Error.WriteAsync(Console.IsErrorRedirected ? $"{done} lines\n" : $"\r{done} lines ");
        }

        if (shown is not null && !Console.IsErrorRedirected)
            await Console.Error.WriteLineAsync();
    }

    private static async Task<long?> LinesAsync(HttpClient http, UploadTarget target, Guid id, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri($"{Root}{target.Rows}({id})?$select={target.LinesColumn}", UriKind.Relative), ct);
        // No row yet: the file is still on its way or being checked.
        if (!answer.IsSuccessStatusCode)
            return null;
        using var row = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return row.RootElement.TryGetProperty(target.LinesColumn, out var lines) && lines.ValueKind == JsonValueKind.Number ? lines.GetInt64() : null;
    }
}
