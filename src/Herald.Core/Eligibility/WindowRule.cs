using System.Globalization;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>The contact's windows, else the task's. Of overlapping ones the one that stays open longest counts.</summary>
internal sealed class WindowRule : Rule
{
    public override string Name => ReasonCode.Window;

    public override Verdict Ask(Question question, Instant at)
    {
        if (Open(question.Windows, at) is { } open)
            return Verdict.Ok(open.End);
        var next = Instant.MaxValue;
        for (var i = 0; i < question.Windows.Count; i++)
        {
            if (question.Windows[i].Start > at && question.Windows[i].Start < next)
                next = question.Windows[i].Start;
        }

        return next == Instant.MaxValue ? Verdict.Never(ReasonCode.Window) : Verdict.NotBefore(next, ReasonCode.Window);
    }

    public override string Inputs(Question question, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Windows.Count} windows, the last ends {question.Horizon}");

    public static Window? Open(IReadOnlyList<Window> windows, Instant at)
    {
        Window? open = null;
        for (var i = 0; i < windows.Count; i++)
        {
            var window = windows[i];
            if (window.Contains(at) && (open is null || window.End > open.Value.End))
                open = window;
        }

        return open;
    }

    /// <summary>The open window, else the next to open, else the last one.</summary>
    public static Window Nearest(IReadOnlyList<Window> windows, Instant at)
    {
        if (Open(windows, at) is { } open)
            return open;
        Window? next = null;
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].Start > at && (next is null || windows[i].Start < next.Value.Start))
                next = windows[i];
        }

        return next ?? windows[^1];
    }
}
