using System.Net.Http.Headers;
using System.Text;
using Herald.WebApi.Tests.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Tests.Batch;

public abstract class BatchTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private protected override Task<Site> StartAsync(TestRows rows) => Site.StartAsync(rows, app =>
        app.MapPost("/api/data/{version}/CCaaS_Test", async (HttpRequest request) => Results.Text(await new StreamReader(request.Body).ReadToEndAsync(), statusCode: 202)));

    [Fact]
    public async Task A_change_set_refers_to_its_own_rows_and_is_answered_part_by_part()
    {
        var answer = await SendAsync(Part("GET /api/data/v9.2/WhoAmI HTTP/1.1"), Set(
            Part("POST /api/data/v9.2/queues HTTP/1.1", """{"name":"Desk"}""", 1),
            Part("POST msdyn_proactive_engagement_configs HTTP/1.1", """{"msdyn_name":"E","msdyn_queue@odata.bind":"$1"}""", 2),
            Part("PATCH $2 HTTP/1.1", """{"msdyn_description":"later"}""", 3)));
        answer.Status.ShouldBe(200, answer.Text);
        answer.Headers["Content-Type"].ShouldStartWith("multipart/mixed; boundary=batchresponse_");
        answer.Text.ShouldContain("HTTP/1.1 200 OK");
        answer.Text.Split("HTTP/1.1 204 No Content").Length.ShouldBe(4);
        answer.Text.ShouldContain("Content-ID: 3");
        answer.Text.ShouldContain("REQ_ID: ");
        var row = (await Site.GetAsync("msdyn_proactive_engagement_configs?$expand=msdyn_queue")).Rows.Single();
        row["msdyn_description"]!.ToString().ShouldBe("later");
        row["msdyn_queue"]!["name"]!.ToString().ShouldBe("Desk");
        Rows.SettingsChanges.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_set_that_fails_leaves_nothing_and_stops_the_batch()
    {
        var set = Set(Part("POST queues HTTP/1.1", """{"name":"Desk"}""", 1), Part("POST queues HTTP/1.1", """{"nothere":1}""", 2));
        var stopped = await SendAsync(set, Part("POST contacts HTTP/1.1", """{"lastname":"Doe"}"""));
        stopped.Status.ShouldBe(400, stopped.Text);
        stopped.Text.ShouldContain("0x80048d19");
        (await Site.GetAsync("queues/$count")).Text.ShouldBe("0");
        (await Site.GetAsync("contacts/$count")).Text.ShouldBe("0");
        var gone = await SendAsync([("Prefer", "odata.continue-on-error")], set, Part("POST contacts HTTP/1.1", """{"lastname":"Doe"}"""));
        gone.Status.ShouldBe(200, gone.Text);
        (await Site.GetAsync("queues/$count")).Text.ShouldBe("0");
        (await Site.GetAsync("contacts/$count")).Text.ShouldBe("1");
    }

    [Fact]
    public async Task Actions_of_the_host_work_inside_and_are_not_mixed_with_writes()
    {
        var answer = await SendAsync(Part("POST /api/data/v9.2/CCaaS_Test HTTP/1.1", """{"a":1}"""), Set(Part("POST CCaaS_Test HTTP/1.1", """{"b":2}""", 1)));
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.Split("HTTP/1.1 202 Accepted").Length.ShouldBe(3);
        answer.Text.ShouldContain("""{"b":2}""");
        var mixed = await SendAsync(Set(Part("POST CCaaS_Test HTTP/1.1", "{}", 1), Part("POST queues HTTP/1.1", """{"name":"x"}""", 2)));
        mixed.Text.ShouldContain("either writes to tables or actions");
        (await Site.GetAsync("queues/$count")).Text.ShouldBe("0");
    }

    [Fact]
    public async Task What_is_no_batch_is_refused()
    {
        (await SendAsync(Set(Part("POST queues HTTP/1.1", "{}")))).Refused(400, "0x80060888").Message.ShouldContain("Content-ID");
        (await SendAsync(Set(Part("GET queues HTTP/1.1", "", 1)))).Refused(400, "0x80060888");
        (await SendAsync(Part("queues"))).Refused(400, "0x80048d19").Message.ShouldContain("Stream was not readable");
        (await Site.SendAsync(HttpMethod.Post, "$batch", "{}")).Refused(400, "0x80048d19");
        (await SendAsync(Part("POST $batch HTTP/1.1", "x"))).Text.ShouldContain("A batch holds no batch.");
        (await SendAsync([.. Enumerable.Repeat(Part("GET WhoAmI HTTP/1.1"), 1001)])).Refused(400, "0x80060888").Message.ShouldContain("at most 1000");
        (await SendRawAsync("--b\n\nGET WhoAmI HTTP/1.1\n\n--b--\n", "b")).Refused(400, "0x80048d19");
    }

    private static string Part(string line, string body = "", int id = 0) =>
        $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n{(id > 0 ? $"Content-ID: {id}\r\n" : "")}\r\n{line}\r\nContent-Type: application/json\r\n\r\n{body}";

    private static string Set(params string[] parts) => $"Content-Type: multipart/mixed; boundary=cs\r\n\r\n{Joined("cs", parts)}";

    private static string Joined(string boundary, string[] parts) => string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";

    private Task<Answer> SendAsync(params string[] parts) => SendAsync([], parts);

    private Task<Answer> SendAsync((string Name, string Value)[] headers, params string[] parts) => SendRawAsync(Joined("b", parts), "b", headers);

    private async Task<Answer> SendRawAsync(string body, string boundary, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await Site.Client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value)));
    }
}

public sealed class SqliteBatchTests(PostgresCluster cluster) : BatchTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresBatchTests(PostgresCluster cluster) : BatchTests(SqlDialect.Postgres, cluster);
