using System.Net;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using Herald.Sip;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>People who call back a number they saw: the agent of the number's profile takes the call. Everybody else hears 480.</summary>
internal sealed partial class InboundCalls(string channel, IInbound inbound, CallParts parts, TimeProvider time, ILogger<InboundCalls> log) : IIncomingCalls
{
    private readonly IPNetwork[] sources = [.. parts.Options.InboundFrom.Select(IPNetwork.Parse)];
    private volatile bool stopping;
    private int running;

    public int Running => Volatile.Read(ref running);

    public bool IsOurs(string number) => !stopping && inbound.RouteOf(channel, number) is not null;

    /// <summary>No more calls are taken; those that stand are hung up by the endpoint's end.</summary>
    public void Stop() => stopping = true;

    public async Task TakeAsync(IncomingCall incoming, CancellationToken cancel)
    {
        if (sources.Length > 0 && !Array.Exists(sources, network => network.Contains(incoming.Source.Address)))
        {
            incoming.Refuse(403);
            return;
        }

        if (inbound.RouteOf(channel, incoming.To) is not { } route)
            return;
        Interlocked.Increment(ref running);
        try
        {
            if (await incoming.AnswerAsync(parts.Options.MaxDuration) is { } call)
                await TalkAsync(call, route, incoming.From);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task TalkAsync(Call call, InboundRoute route, string from)
    {
        var number = E164(from);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var about = new AgentCall(id, null, number, route.Language, new Dictionary<string, string> { ["PhoneNumber"] = number }, Inbound: true);
        using var line = new CallLine(call, parts.Voices, route.Language);
        await using var recording = route.Record ? parts.Recordings.Begin(call, id) : null;
        Taken(channel, id);
        var talking = Task.Run(async () =>
        {
            var talk = await parts.Talk.RunAsync(route.Agent, call, line, about);
            _ = call.HangUpAsync();
            return talk.End;
        });
        await foreach (var happened in call.Events)
            if (happened is CallEvent.Dtmf(_, var key))
                line.Press(key);
        line.End();
        parts.Meter.Heard(await call.Ended);
        Over(channel, id, await talking);
    }

    /// <summary>Carriers leave the '+' away, or write 00 for it; a hidden number is empty.</summary>
    private static string E164(string from) =>
        from.StartsWith("00", StringComparison.Ordinal) && from.Length > 8 && from.All(char.IsAsciiDigit) ? "+" + from[2..]
        : from.Length >= 7 && from.All(char.IsAsciiDigit) ? "+" + from
        : from.StartsWith('+') ? from : "";

    [LoggerMessage(1751, LogLevel.Information, "Channel {Channel}: a call to one of our numbers is taken as {CallId}")]
    private partial void Taken(string channel, Guid callId);

    [LoggerMessage(1752, LogLevel.Information, "Channel {Channel}: inbound call {CallId} is over: {End}")]
    private partial void Over(string channel, Guid callId, TalkEnd end);
}
