using System.Text;
using Herald.Core.Agents;

namespace Herald.Dispatch.Agents;

/// <summary>Carries out an agent's actions on a line and tells it what happened. Keys pressed before a text begins answer nothing, but the opt-out key counts at any time.</summary>
/// <param name="optOutKey">Null = none.</param>
/// <param name="optOutText">Said after the opt-out key.</param>
internal sealed class Talk(ICallLine line, char? optOutKey, string optOutText, TimeProvider time)
{
    /// <summary>Texts and questions of one call; then it is ended. A person who walks in circles through a menu is let go.</summary>
    public const int MostActions = 1_000;

    // The line said that a key stopped the speech: it is there, or on its way.
    private static readonly TimeSpan KeyArrives = TimeSpan.FromSeconds(1);

    /// <param name="next">What to do after that; asked again until it leaves.</param>
    public async Task<AgentEnd> RunAsync(Func<FlowEvent, CancellationToken, ValueTask<FlowAction>> next, CancellationToken ct)
    {
        try
        {
            FlowEvent happened = new FlowEvent.Answered();
            for (var actions = 0; actions < MostActions; actions++)
            {
                ct.ThrowIfCancellationRequested();
                switch (await next(happened, ct))
                {
                    case FlowAction.Speak speak:
                        happened = await SpeakAsync(speak, ct);
                        break;
                    case FlowAction.Listen listen:
                        happened = await ListenAsync(listen, ct);
                        break;
                    case FlowAction.OptOut optOut:
                        return await OptOutAsync(optOut.Text, ct);
                    case FlowAction.Transfer transfer:
                        return await LeaveAsync(transfer.Text, AgentEnd.Transfer, ct);
                    case FlowAction.HangUp hangUp:
                        return await LeaveAsync(hangUp.Text, AgentEnd.HangUp, ct);
                }

                if (happened is FlowEvent.Keys keys && OptsOut(keys.Pressed))
                    return await OptOutAsync(optOutText, ct);
            }

            return AgentEnd.HangUp;
        }
        catch (OperationCanceledException) when (OptsOut(Waiting()))
        {
            // The opt-out key, then the receiver: it was pressed all the same.
            return AgentEnd.OptOut;
        }
    }

    private async Task<FlowEvent> SpeakAsync(FlowAction.Speak speak, CancellationToken ct)
    {
        if (Waiting() is var early && OptsOut(early))
            return new FlowEvent.Keys(early);
        if (await line.SpeakAsync(speak.Text, keysStop: true, ct))
            return new FlowEvent.Done();
        return await KeyAsync(KeyArrives, ct) is { } key ? new FlowEvent.Keys(key.ToString()) : new FlowEvent.Done();
    }

    private async Task<FlowEvent> ListenAsync(FlowAction.Listen listen, CancellationToken ct)
    {
        if (Waiting() is var early && OptsOut(early))
            return new FlowEvent.Keys(early);
        await line.SpeakAsync(listen.Text, keysStop: true, ct);
        var pressed = new StringBuilder();
        while (pressed.Length < listen.MostKeys)
        {
            if (await KeyAsync(listen.TimeOut.ToTimeSpan(), ct) is not { } key)
                return pressed.Length == 0 ? new FlowEvent.Silence() : new FlowEvent.Keys(pressed.ToString());
            if (key == '#' && key != optOutKey && !listen.HashIsKey)
                break;
            pressed.Append(key);
            if (key == optOutKey)
                break;
        }

        return new FlowEvent.Keys(pressed.ToString());
    }

    private async Task<AgentEnd> LeaveAsync(string text, AgentEnd end, CancellationToken ct)
    {
        await line.SpeakAsync(text, keysStop: false, ct);
        return OptsOut(Waiting()) ? await OptOutAsync(optOutText, ct) : end;
    }

    /// <summary>Whatever happens to the text: who pressed the key is not called again.</summary>
    private async Task<AgentEnd> OptOutAsync(string text, CancellationToken ct)
    {
        try
        {
            await line.SpeakAsync(text, keysStop: false, ct);
        }
        catch (Exception e) when (e is OperationCanceledException or AgentFailedException)
        {
            // Not heard to its end.
        }

        return AgentEnd.OptOut;
    }

    private bool OptsOut(string keys) => optOutKey is { } key && keys.Contains(key, StringComparison.Ordinal);

    private string Waiting()
    {
        var keys = new StringBuilder();
        while (line.Keys.TryRead(out var key))
            keys.Append(key);
        return keys.ToString();
    }

    /// <summary>Null: none within the time.</summary>
    private async ValueTask<char?> KeyAsync(TimeSpan within, CancellationToken ct)
    {
        if (line.Keys.TryRead(out var there))
            return there;
        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            while (await line.Keys.WaitToReadAsync(either.Token))
            {
                if (line.Keys.TryRead(out var key))
                    return key;
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return null;
        }

        throw new OperationCanceledException("The call is over.");
    }
}
