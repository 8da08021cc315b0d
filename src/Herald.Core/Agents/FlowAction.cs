using NodaTime;

namespace Herald.Core.Agents;

/// <summary>What the call is to do next; the flow goes on when it reports back.</summary>
public abstract record FlowAction
{
    private FlowAction()
    {
    }

    /// <summary>Speak, then report <see cref="FlowEvent.Done"/>. Keys pressed meanwhile are reported at once and stop the speech.</summary>
    public sealed record Speak(string Text) : FlowAction;

    /// <summary>Speak, then collect up to so many keys; report <see cref="FlowEvent.Keys"/> or <see cref="FlowEvent.Silence"/>.</summary>
    /// <param name="TimeOut">Silence that ends the answer, counted from the end of the question and from each key.</param>
    public sealed record Listen(string Text, int MostKeys, Duration TimeOut) : FlowAction
    {
        /// <summary>A choice contains <c>#</c>: it is a key as any other and closes no answer.</summary>
        public bool HashIsKey { get; init; }
    }

    /// <summary>Record the opt-out of the number, speak, hang up.</summary>
    public sealed record OptOut(string Text) : FlowAction;

    public sealed record Transfer(string Text) : FlowAction;

    public sealed record HangUp(string Text) : FlowAction;
}
