using Herald.Smpp.Sessions;

namespace Herald.Smpp.Accounts;

/// <summary>The account's binds as one sender.</summary>
internal sealed class BindSet(IReadOnlyList<BindLoop> loops)
{
    private int turn;

    public SlotSignal Freed { get; } = new();

    public bool IsUp => loops.Any(loop => loop is { Sends: true, Bound: not null });

    public int FreeSlots => loops.Sum(loop => loop.Bound?.FreeSlots ?? 0);

    public int InFlight => loops.Sum(loop => loop.Bound?.InFlight ?? 0);

    /// <summary>Binds take turns; a full one is passed over.</summary>
    public bool TrySubmit(SubmitSm message, string reference, int part, out Task<Answer> answer)
    {
        var first = (uint)Interlocked.Increment(ref turn);
        for (var i = 0; i < loops.Count; i++)
        {
            if (loops[(int)((first + i) % loops.Count)].Bound is { } bind && bind.TrySubmit(message, reference, part, out answer))
                return true;
        }
        answer = Task.FromResult(Answer.NeverLeft);
        return false;
    }
}
