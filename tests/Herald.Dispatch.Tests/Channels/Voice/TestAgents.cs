using System.Collections.Concurrent;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>One agent under every name but <c>nobody</c>, made by hand; keeps whom it talked to.</summary>
internal sealed class TestAgents(Func<ICallLine, AgentCall, CancellationToken, Task<AgentEnd>> talk) : IAgents, IAgent
{
    public ConcurrentQueue<(AgentCall Call, string? Name)> Calls { get; } = new();

    private string? asked;

    public IAgent? Find(string? name)
    {
        asked = name;
        return name == "nobody" ? null : this;
    }

    public Task<AgentEnd> TalkAsync(ICallLine line, AgentCall call, CancellationToken ct)
    {
        Calls.Enqueue((call, asked));
        return talk(line, call, ct);
    }

    /// <summary>Says one text and leaves.</summary>
    public static TestAgents Saying(string text) => new(async (line, _, ct) =>
    {
        await line.SpeakAsync(text, keysStop: false, ct);
        return AgentEnd.HangUp;
    });

    /// <summary>Asks, waits for one key, keeps it as <c>Answer</c>, and leaves as told.</summary>
    /// <param name="asked">Done once the question was spoken whole.</param>
    public static TestAgents Asking(string question, out Task asked, AgentEnd end = AgentEnd.HangUp)
    {
        var spoken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        asked = spoken.Task;
        return new(async (line, call, ct) =>
        {
            call.Results.Set("Asked", "yes");
            if (await line.SpeakAsync(question, keysStop: true, ct))
                spoken.TrySetResult();
            call.Results.Set("Answer", (await line.Keys.ReadAsync(ct)).ToString());
            return end;
        });
    }
}
