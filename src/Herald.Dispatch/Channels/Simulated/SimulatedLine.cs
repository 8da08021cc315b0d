using System.Threading.Channels;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>A simulated person listens to an agent: every text is heard at once, and after each the person presses 1 and #.</summary>
internal sealed class SimulatedLine : ICallLine
{
    private readonly Channel<char> keys = System.Threading.Channels.Channel.CreateUnbounded<char>();

    public ChannelReader<char> Keys => keys.Reader;

    public Task<bool> SpeakAsync(string text, bool keysStop, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (keysStop && text.Length > 0)
        {
            keys.Writer.TryWrite('1');
            keys.Writer.TryWrite('#');
        }

        return Task.FromResult(true);
    }
}
