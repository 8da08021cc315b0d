using System.Threading.Channels;

namespace Herald.Dispatch.Agents;

/// <summary>An answered call as an agent sees it. Members fail with <see cref="OperationCanceledException"/> once the call is over.</summary>
public interface ICallLine
{
    /// <summary>Keys <c>0-9*#</c> in the order pressed; those that stopped a speech are among them. Completed when the call is over.</summary>
    ChannelReader<char> Keys { get; }

    /// <summary>Speaks in the language of the workstream.</summary>
    /// <param name="text">Plain text; empty = nothing, at once.</param>
    /// <param name="keysStop">A key ends it; false = it is spoken whole.</param>
    /// <returns>False: a key stopped it.</returns>
    /// <exception cref="AgentFailedException">The text could not be turned into speech.</exception>
    Task<bool> SpeakAsync(string text, bool keysStop, CancellationToken ct);
}
