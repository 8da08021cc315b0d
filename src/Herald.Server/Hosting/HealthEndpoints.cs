using System.Text.Json;
using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Server.Actions.Answers;
using Herald.Store;

namespace Herald.Server.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: requests are accepted and the engine runs; JSON says what stands and what does not.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", (HttpContext context) => context.Response.WriteAsync("live"));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task ReadyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var store = services.GetRequiredService<IHeraldStore>();
        var state = await Readiness.LookAsync(store, services.GetRequiredService<IHostApplicationLifetime>(), context.RequestAborted);
        var channels = services.GetRequiredService<ChannelRegistry>().All.Select(channel => channel.Status).ToList();
        var agents = services.GetRequiredService<AgentBook>();
        var body = JsonAnswer.Build(json => Write(json, store.Engine, state, channels, agents));
        context.Response.StatusCode = state.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, StoreEngine engine, Readiness state, List<ChannelStatus> channels, AgentBook agents)
    {
        json.WriteStartObject();
        json.WriteString("status"u8, state.IsReady ? "ready" : "not ready");
        json.WriteString("store"u8, engine.ToString());
        json.WriteBoolean("storeAnswers"u8, state.StoreAnswers);
        json.WriteBoolean("engineRuns"u8, state.EngineRuns);
        json.WriteBoolean("simulated"u8, channels.Exists(channel => channel.Simulated));
        json.WriteStartArray("channels"u8);
        foreach (var channel in channels)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, channel.Name);
            json.WriteString("type"u8, channel.Type);
            json.WriteBoolean("up"u8, channel.Up);
            json.WriteNumber("busy"u8, channel.Busy);
            json.WriteNumber("freeSlots"u8, channel.FreeSlots);
            json.WriteBoolean("simulated"u8, channel.Simulated);
            if (channel.Detail is { } detail)
                json.WriteString("detail"u8, detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, agents);
        json.WriteEndObject();
    }

    // A faulty flow makes nothing unready: calls that name it end BotFailed, all others go on.
    private static void Write(Utf8JsonWriter json, AgentBook agents)
    {
        json.WriteStartObject("agents"u8);
        json.WriteNumber("flows"u8, agents.Flows.Names.Count);
        json.WriteNumber("programs"u8, agents.Programs.Count);
        json.WriteStartArray("faults"u8);
        foreach (var fault in agents.Flows.Faults)
            json.WriteStringValue(fault.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
