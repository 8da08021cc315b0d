using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>
/// Requests by sequence number: those that wait for an answer, and the last thousand that were given up, so that a late answer is
/// told from a wrong one. Not thread-safe: the bind calls it under its gate.
/// </summary>
internal sealed class AnswerWindow(int size)
{
    private const int Remembered = 1_000;

    private readonly Dictionary<uint, PendingRequest> waiting = [];
    private readonly Dictionary<uint, PendingRequest> givenUp = [];
    private readonly Queue<uint> givenUpOrder = [];
    private uint sequence;

    public int InFlight { get; private set; }

    public int Free => size - InFlight;

    public int Waiting => waiting.Count;

    /// <summary>From 1 to 0x7FFFFFFF and round again (SMPP 3.4 §5.1.4), leaving out what is in use.</summary>
    public uint NextSequence()
    {
        do
            sequence = sequence == Pdu.MaxSequence ? 1 : sequence + 1;
        while (waiting.ContainsKey(sequence));
        return sequence;
    }

    public void Add(uint number, PendingRequest request)
    {
        waiting.Add(number, request);
        if (request.Command == CommandId.submit_sm)
            InFlight++;
    }

    /// <summary>The request this answers; <paramref name="late"/>: it had been given up. Null: there is none, or it was another command.</summary>
    public PendingRequest? Take(uint number, CommandId answer, out bool late)
    {
        late = false;
        if (waiting.TryGetValue(number, out var request))
        {
            if (!Answers(answer, request))
                return null;
            Remove(number, request);
            return request;
        }
        late = givenUp.TryGetValue(number, out request) && Answers(answer, request) && givenUp.Remove(number);
        return late ? request : null;
    }

    /// <summary>Gives up what was sent before <paramref name="sentBefore"/>.</summary>
    public List<PendingRequest> GiveUp(long sentBefore)
    {
        List<PendingRequest> old = [];
        foreach (var (number, request) in waiting)
        {
            if (request.SentAt >= sentBefore)
                continue;
            old.Add(request);
            Remove(number, request);
            Remember(number, request);
        }
        return old;
    }

    public List<PendingRequest> TakeAll()
    {
        List<PendingRequest> all = [.. waiting.Values];
        waiting.Clear();
        InFlight = 0;
        return all;
    }

    private static bool Answers(CommandId answer, PendingRequest request) =>
        answer == CommandId.generic_nack || answer == Pdu.AnswerTo(request.Command);

    private void Remove(uint number, PendingRequest request)
    {
        waiting.Remove(number);
        if (request.Command == CommandId.submit_sm)
            InFlight--;
    }

    private void Remember(uint number, PendingRequest request)
    {
        if (givenUpOrder.Count == Remembered)
            givenUp.Remove(givenUpOrder.Dequeue());
        givenUp[number] = request;
        givenUpOrder.Enqueue(number);
    }
}
