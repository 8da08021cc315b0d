using System.Text.Json;

namespace Herald.Server.Tests.Processes;

/// <summary>What the tables say of answered tasks, read as any client would.</summary>
internal static class Ends
{
    /// <summary>Polls until no delivery of the engagement is open any more, at most <paramref name="atMost"/>.</summary>
    public static async Task WaitAsync(HeraldProcess herald, string engagement, TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        while (await OpenAsync(herald, engagement) is { } open)
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Deliveries are still open, the first is {open}.\n{herald.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>The deliveries of one task as the function lists them: status and result words.</summary>
    public static async Task<IReadOnlyList<(string Status, string? Result)>> OfTaskAsync(HeraldProcess herald, Guid task)
    {
        var answer = await herald.GetAsync($"CCaaS_GetDeliveryTasks(DeliveryTaskId={task})");
        var found = answer.GetProperty("value");
        return found.GetArrayLength() == 0
            ? []
            : [.. found[0].GetProperty("deliveries").EnumerateArray().Select(delivery => (Word(delivery, "status")!, Word(delivery, "result")))];
    }

    private static async Task<JsonElement?> OpenAsync(HeraldProcess herald, string engagement)
    {
        var filter = $"msdyn_proactive_engagement_config_id eq '{engagement}' and (msdyn_status eq 'Pending' or msdyn_status eq 'InProcess')";
        var answer = await herald.GetAsync($"msdyn_proactive_deliveries?$top=1&$filter={Uri.EscapeDataString(filter)}");
        var rows = answer.GetProperty("value");
        return rows.GetArrayLength() == 0 ? null : rows[0];
    }

    private static string? Word(JsonElement delivery, string name) =>
        delivery.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
}
