using Herald.Core.Outcomes;
using Herald.Sip;
using NodaTime;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>What call progress told of one call so far.</summary>
internal sealed class Heard(ProgressOptions? options)
{
    private readonly TaskCompletionSource<LineVerdict> verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource beep = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Heard before the answer.</summary>
    public LineVerdict Early { get; private set; }

    public LineVerdict Verdict { get; private set; }
    public Duration? After { get; private set; }

    /// <summary>When the person or machine began to speak.</summary>
    public Instant? SpeechAt { get; private set; }
    public Instant? GreetingEndAt { get; private set; }
    public Instant? BeepAt { get; private set; }

    /// <summary>Done at the first verdict after the answer.</summary>
    public Task<LineVerdict> FirstVerdict => verdict.Task;

    /// <summary>Done when the machine records.</summary>
    public Task Beep => beep.Task;

    public void BeforeAnswer(ProgressVerdict told) => Early = Verdicts.Of(told.Kind);

    public void AfterAnswer(ProgressVerdict told, Instant at)
    {
        if (told.Kind == ProgressKind.Beep)
        {
            BeepAt ??= at;
            beep.TrySetResult();
        }

        if (Verdict != LineVerdict.None)
            return;
        Verdict = Verdicts.Of(told.Kind);
        After = Duration.FromTimeSpan(told.After);
        if (Verdict is LineVerdict.Person or LineVerdict.Machine)
        {
            var greeting = Duration.FromTimeSpan(told.Greeting);
            var end = Verdict == LineVerdict.Person ? at - Duration.FromTimeSpan(options!.SilenceAfterGreeting) : at;
            SpeechAt = end - greeting;
            // A machine talks on: where its greeting ends is told by the beep alone.
            GreetingEndAt = Verdict == LineVerdict.Person ? end : null;
        }

        verdict.TrySetResult(Verdict);
    }
}
