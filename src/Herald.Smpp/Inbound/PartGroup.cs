using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Inbound;

/// <summary>The parts of one message that have come so far, and the answers held back for them.</summary>
internal sealed class PartGroup(PartKey key, long since)
{
    private readonly List<HeldAnswer> held = [];

    public PartKey Key => key;

    /// <summary>Timestamp of the first part.</summary>
    public long Since => since;

    public Delivery?[] Parts { get; } = new Delivery?[key.Total];

    public bool IsWhole => Array.TrueForAll(Parts, part => part is not null);

    public bool IsEmpty => Array.TrueForAll(Parts, part => part is null);

    /// <summary>A part that comes again replaces itself; both copies are answered alike.</summary>
    public Task<StatusCode> Add(Delivery delivery, int number, long now)
    {
        Parts[number - 1] = delivery;
        var answer = new HeldAnswer(number, now);
        held.Add(answer);
        return answer.Task;
    }

    /// <summary>Takes responsibility for parts whose answer was held too long: an SMSC with a window of one sends the next only then.</summary>
    public void AcknowledgeHeldBefore(long then)
    {
        foreach (var answer in held.Where(answer => answer.Since <= then))
            answer.TrySetResult(StatusCode.ESME_ROK);
        held.RemoveAll(answer => answer.Since <= then);
    }

    public void Acknowledge()
    {
        held.ForEach(answer => answer.TrySetResult(StatusCode.ESME_ROK));
        held.Clear();
    }

    /// <summary>Gives back to the SMSC what it still answers for; what was acknowledged stays.</summary>
    public void Refuse()
    {
        foreach (var answer in held)
        {
            Parts[answer.Number - 1] = null;
            answer.TrySetResult(StatusCode.ESME_RX_T_APPN);
        }
        held.Clear();
    }

    private sealed class HeldAnswer(int number, long since) : TaskCompletionSource<StatusCode>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public int Number => number;

        public long Since => since;
    }
}
