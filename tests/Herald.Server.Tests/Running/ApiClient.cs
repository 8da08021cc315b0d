using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Herald.Server.Tests.Running;

/// <summary>Plain requests, as anybody would send them.</summary>
public static class ApiClient
{
    public const string Root = "/api/data/v9.2/";

    public static Task<Answer> PostAsync(this HttpClient client, string action, string body, params (string Name, string Value)[] headers) =>
        PostContentAsync(client, action, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public static async Task<Answer> PostContentAsync(this HttpClient client, string action, HttpContent body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + action) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.OfAsync(await client.SendAsync(request));
    }

    public static async Task<Answer> ReadAsync(this HttpClient client, string path) => await Answer.OfAsync(await client.GetAsync(Root + path));

    /// <summary>Looks at the delivery until it has ended; fails after a minute.</summary>
    public static async Task<Answer> EndAsync(this HttpClient client, Guid delivery)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var row = await client.ReadAsync($"msdyn_proactive_deliveries({delivery})");
            row.Status.ShouldBe(System.Net.HttpStatusCode.OK, row.Body);
            if (row.Text("msdyn_status") is not ("Pending" or "InProcess"))
                return row;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, bound.Token);
        }
    }
}
