using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Fuzz;

/// <summary>Whatever comes over the wire: an answer below 500, and the next honest request is served as before.</summary>
public abstract class FuzzTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private const int Cases = 600;

    private protected override bool ReadsOnly => true;

    private protected override Task SeedAsync(TestRows rows) => DeliveryRows.AddAsync(rows, Id, 1, 10);

    [Fact]
    public Task Any_url_is_answered() => CheckAsync(Wire.Url, url => Site.SendAsync(HttpMethod.Get, $"{Site.Root}/api/data/v9.2/{url}"));

    [Fact]
    public Task Any_query_is_answered() => CheckAsync(Wire.Query, query => Site.SendAsync(HttpMethod.Get, "msdyn_proactive_deliveries?" + query));

    [Fact]
    public Task Any_query_of_a_standard_table_is_answered() => CheckAsync(Wire.Query, query => Site.SendAsync(HttpMethod.Get, "contacts?" + query));

    [Fact]
    public Task Any_write_is_answered() => CheckAsync(Gen.Select(Wire.Method, Wire.WriteUrl, Wire.Payload), w => Site.SendAsync(new HttpMethod(w.Item1), w.Item2, w.Item3));

    [Fact]
    public Task Any_batch_is_answered() => CheckAsync(Wire.Batch, SendBatchAsync);

    private async Task CheckAsync<T>(Gen<T> gen, Func<T, Task<Answer>> send) => await gen.SampleAsync(async value =>
    {
        var answer = await SentAsync(value, send);
        return answer is null || answer.Status < 500 ? true : throw new InvalidOperationException($"{answer.Status} {answer.Text} for {value}\n{string.Join('\n', Site.Failures.Failures)}");
    }, iter: Cases, threads: 1);

    /// <summary>Null where the client refuses to send such a thing.</summary>
    private static async Task<Answer?> SentAsync<T>(T value, Func<T, Task<Answer>> send)
    {
        try
        {
            return await send(value);
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<Answer> SendBatchAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
        using var response = await Site.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(text.Contains("HTTP/1.1 500", StringComparison.Ordinal) ? 500 : (int)response.StatusCode, text, new Dictionary<string, string>());
    }
}

public sealed class SqliteFuzzTests(PostgresCluster cluster) : FuzzTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresFuzzTests(PostgresCluster cluster) : FuzzTests(SqlDialect.Postgres, cluster);
