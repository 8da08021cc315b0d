namespace Herald.Core.Agents;

/// <summary>What happened on the call.</summary>
public abstract record FlowEvent
{
    private FlowEvent()
    {
    }

    /// <summary>The person is on the line.</summary>
    public sealed record Answered : FlowEvent;

    /// <summary>The text was spoken.</summary>
    public sealed record Done : FlowEvent;

    /// <summary>Keys <c>0-9*#</c>; the closing <c>#</c> of an answer is left out.</summary>
    public sealed record Keys(string Pressed) : FlowEvent;

    /// <summary>No key within the time-out.</summary>
    public sealed record Silence : FlowEvent;
}
