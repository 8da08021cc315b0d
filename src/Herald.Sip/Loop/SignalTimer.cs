namespace Herald.Sip.Loop;

/// <summary>One timer of the loop. Cancelling twice, or after it ran, is harmless.</summary>
internal sealed class SignalTimer(SignalTimers owner, Action due)
{
    private Action? due = due;

    public bool IsLive => due is not null;

    public void Cancel()
    {
        if (due is null)
            return;
        due = null;
        owner.Cancelled();
    }

    internal Action? Take()
    {
        var action = due;
        due = null;
        return action;
    }
}
