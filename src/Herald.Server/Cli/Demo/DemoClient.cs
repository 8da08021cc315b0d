using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Herald.Server.Cli.Demo;

/// <summary>A client as anybody would write it: a token, a POST, a look at the delivery's row.</summary>
internal sealed class DemoClient : IDisposable
{
    private const string Columns = "msdyn_status,msdyn_result,hrld_reasoncode,hrld_reason";

    private const int ResultType = 700610001;

    private readonly HttpClient http;

    private DemoClient(HttpClient http) => this.http = http;

    public static async Task<DemoClient> SignInAsync(string url, CancellationToken ct)
    {
        var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await DevelopmentTokens.GetAsync(http, "agent", url, ct));
        return new DemoClient(http);
    }

    public async Task<DeliveryLife> PostAsync(string channel, string request, CancellationToken ct)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveDelivery", UriKind.Relative), content, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The {channel} sample was refused: {(int)answer.StatusCode} {body}");
        using var json = JsonDocument.Parse(body);
        return new DeliveryLife(channel, json.RootElement.GetProperty("DeliveryId").GetGuid(), json.RootElement.GetProperty("DeliveryTaskId").GetGuid());
    }

    /// <summary>True when the row says something new.</summary>
    public async Task<bool> LookAsync(DeliveryLife life, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri($"/api/data/v9.2/msdyn_proactive_deliveries({life.DeliveryId})?$select={Columns}", UriKind.Relative), ct);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return life.See(Text("msdyn_status"), Text("msdyn_result"), Text("hrld_reason") is { Length: > 0 } reason ? reason : Text("hrld_reasoncode"));

        string Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }

    /// <summary>What the agent found out during the call, e.g. <c>answer = 1</c>.</summary>
    public async Task<IReadOnlyList<string>> ResultsAsync(Guid delivery, CancellationToken ct)
    {
        using var answer = await http.GetAsync(new Uri($"/api/data/v9.2/msdyn_proactive_delivery_attributes?$filter=_msdyn_proactive_delivery_value eq {delivery} and msdyn_type eq {ResultType}", UriKind.Relative), ct);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(row => $"{row.GetProperty("msdyn_keyword").GetString()} = {row.GetProperty("msdyn_value").GetString()}").Order(StringComparer.Ordinal)];
    }

    public void Dispose() => http.Dispose();
}
