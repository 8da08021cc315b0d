using Herald.Store.Log;

namespace Herald.Store.Intake;

/// <summary>Numbers of accepted tasks, rising with the commits of this process; a rolled-back transaction leaves a gap. Used by the writer's thread alone.</summary>
internal sealed class IntakeNumbers(long chain)
{
    private long last = chain << LogChain.NumberBits;

    public long Reserve(int tasks)
    {
        var first = last + 1;
        last += tasks;
        return first;
    }
}
