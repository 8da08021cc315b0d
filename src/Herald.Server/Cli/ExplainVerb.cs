using System.CommandLine;
using System.Text.Json;
using Herald.Server.Actions.Tasks;

namespace Herald.Server.Cli;

/// <summary><c>herald explain TASK</c>: asks the running server why a task is where it is.</summary>
internal static class ExplainVerb
{
    public static Command Create()
    {
        var task = new Argument<Guid>("task") { Description = "id of the delivery task, or of one of its deliveries" };
        var (url, token) = (ServerClient.Url(), ServerClient.Token());
        var verb = new Command("explain", "Shows what would be decided for a delivery task now, and what every rule says") { task, url, token };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(task), parsed.GetValue(url)!, parsed.GetValue(token), ct));
        return verb;
    }

    private static async Task<int> RunAsync(Guid task, string url, string? token, CancellationToken ct)
    {
        try
        {
            using var http = await ServerClient.ConnectAsync(url, token, ct);
            using var answer = await http.GetAsync(new Uri($"/api/data/v9.2/{ExplainDeliveryTask.Name}(DeliveryTaskId={task})", UriKind.Relative), ct);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            Print(body.RootElement, answer.IsSuccessStatusCode ? Console.Out : Console.Error);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception away) when (away is HttpRequestException or JsonException)
        {
            await Console.Error.WriteLineAsync($"No answer from {url}: {away.Message}");
            return 1;
        }
    }

    private static void Print(JsonElement answer, TextWriter output)
    {
        if (answer.TryGetProperty("error", out var error))
        {
            output.WriteLine(error.GetProperty("message").GetString());
            return;
        }

        output.WriteLine(string.Join("  ", answer.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String && member.Name[0] != '@').Select(member => $"{member.Name}: {member.Value}")));
        foreach (var candidate in answer.GetProperty("candidates").EnumerateArray())
        {
            output.WriteLine($"loop {candidate.GetProperty("loop")}, contact {candidate.GetProperty("contact")}, {candidate.GetProperty("phone")}");
            foreach (var rule in candidate.GetProperty("rules").EnumerateArray())
                output.WriteLine($"  {rule.GetProperty("rule").GetString(),-14} {rule.GetProperty("verdict").GetString(),-10} {rule.GetProperty("changesAt").GetString(),-24} {rule.GetProperty("decider").GetString()}{(rule.GetProperty("decider").ValueKind == JsonValueKind.String ? "; " : "")}{rule.GetProperty("inputs").GetString()}");
        }

        foreach (var delivery in answer.GetProperty("deliveries").EnumerateArray())
            output.WriteLine($"delivery {delivery.GetProperty("id").GetString()} {delivery.GetProperty("status").GetString()} {delivery.GetProperty("result").GetString()} {delivery.GetProperty("startedAt").GetString()} {delivery.GetProperty("sentence").GetString()}");
    }
}
