namespace Herald.Dispatch.Channels.Voice;

/// <summary>Calls started, answered and over in each of the last so many seconds. From any thread.</summary>
internal sealed class CallRates(TimeProvider time)
{
    private const int Seconds = 300;
    private const int CpsSeconds = 10;

    private readonly (long Second, int Started, int Answered, int Over)[] slots = new (long, int, int, int)[Seconds];
    private readonly Lock gate = new();

    public void Started() => Add(1, 0, 0);

    public void Over(bool answered) => Add(0, answered ? 1 : 0, 1);

    /// <summary>Calls started a second, over the last ten.</summary>
    public double PerSecond => Sum(CpsSeconds).Started / (double)CpsSeconds;

    /// <summary>Answer-seizure ratio of the calls that ended within five minutes, 0..1; null without any.</summary>
    public double? AnswerRatio => Sum(Seconds) is { Over: > 0 } sum ? sum.Answered / (double)sum.Over : null;

    private void Add(int started, int answered, int over)
    {
        var second = Second;
        lock (gate)
        {
            ref var slot = ref slots[second % Seconds];
            if (slot.Second != second)
                slot = (second, 0, 0, 0);
            slot = (second, slot.Started + started, slot.Answered + answered, slot.Over + over);
        }
    }

    private (int Started, int Answered, int Over) Sum(int last)
    {
        var from = Second - last;
        var sum = (Started: 0, Answered: 0, Over: 0);
        lock (gate)
        {
            foreach (var slot in slots)
                if (slot.Second > from)
                    sum = (sum.Started + slot.Started, sum.Answered + slot.Answered, sum.Over + slot.Over);
        }

        return sum;
    }

    private long Second => time.GetUtcNow().ToUnixTimeSeconds();
}
