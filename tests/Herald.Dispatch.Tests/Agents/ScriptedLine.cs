using System.Threading.Channels;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>A person who does one thing at each text: presses keys (the first stops the speech if it may), says nothing, hangs up, or cannot be spoken to.</summary>
internal sealed class ScriptedLine : ICallLine, IDisposable
{
    public const string HangsUp = "hang up";
    public const string NoVoice = "no voice";

    private readonly Channel<char> keys = Channel.CreateUnbounded<char>();
    private readonly CancellationTokenSource over = new();
    private readonly string[] moves;
    private int next;

    /// <param name="moves">One a text: keys, empty = nothing, <see cref="HangsUp"/>, <see cref="NoVoice"/>; afterwards nothing.</param>
    public ScriptedLine(params string[] moves) => this.moves = moves;

    public List<string> Heard { get; } = [];

    public CancellationToken Over => over.Token;

    public ChannelReader<char> Keys => keys.Reader;

    public void Press(char key) => keys.Writer.TryWrite(key);

    public void HangUp()
    {
        keys.Writer.TryComplete();
        over.Cancel();
    }

    public void Dispose() => over.Dispose();

    public Task<bool> SpeakAsync(string text, bool keysStop, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (text.Length == 0)
            return Task.FromResult(true);
        Heard.Add(text);
        var move = next < moves.Length ? moves[next++] : "";
        if (move == NoVoice)
            throw new AgentFailedException("There is no voice.");
        if (move == HangsUp)
        {
            HangUp();
            throw new OperationCanceledException("The call is over.");
        }

        foreach (var key in move)
            Press(key);
        return Task.FromResult(!(keysStop && move.Length > 0));
    }
}
