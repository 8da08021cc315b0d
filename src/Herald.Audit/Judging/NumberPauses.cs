using Herald.Audit.Log;
using Herald.Audit.Rules;

namespace Herald.Audit.Judging;

/// <summary>When calls to a number were last abandoned or answered by a machine. Kept for engagements with presets only.</summary>
internal sealed class NumberPauses
{
    private const int LiveAnswer = 1;
    private const int AnsweringMachine = 2;
    private const int AnsweringMachineHangup = 3;
    private const string AbandonedReason = "abandoned";
    private const long Hour = 3_600_000;

    private readonly Dictionary<string, long> abandoned = [];
    private readonly Dictionary<string, long> machines = [];

    public void Note(Line end)
    {
        if (end.Result == LiveAnswer && end.Reason == AbandonedReason)
            abandoned[end.Number] = end.At;
        else if (end.Result is AnsweringMachine or AnsweringMachineHangup)
            machines[end.Number] = end.At;
    }

    /// <summary>The pause that this start came in; null = none.</summary>
    public string? Broken(Line start, PresetClause clause)
    {
        if (Within(abandoned, start, clause.AbandonHours))
            return $"an abandoned call less than {clause.AbandonHours} hours before";
        return Within(machines, start, clause.MachineHours) ? $"a machine had answered less than {clause.MachineHours} hours before" : null;
    }

    private static bool Within(Dictionary<string, long> events, Line start, int hours) =>
        hours > 0 && events.TryGetValue(start.Number, out var at) && start.At < at + (hours * Hour);
}
