using NodaTime;

namespace Herald.Core.Agents;

/// <summary>One step of a flow. Texts may contain template tokens; a next step of null ends the call.</summary>
public abstract record FlowStep
{
    private FlowStep()
    {
    }

    /// <summary>Speaks a text.</summary>
    public sealed record Say(string Text, string? Next) : FlowStep;

    /// <summary>Speaks and waits for keys.</summary>
    /// <param name="Choices">Step by keys pressed; empty = any digits, then <paramref name="Next"/>.</param>
    public sealed record Ask(string Text, IReadOnlyDictionary<string, string> Choices) : FlowStep
    {
        /// <summary>Most keys of an answer, 1..32; fewer are ended by <c>#</c> or by the time-out. Choices: the longest of them.</summary>
        public int MostKeys { get; init; } = 1;

        /// <summary>Result attribute that takes the answer; null = none.</summary>
        public string? Attribute { get; init; }

        /// <summary>Silence after the question that ends it, 1..60 s.</summary>
        public Duration TimeOut { get; init; } = Duration.FromSeconds(6);

        /// <summary>How often the question is put, 1..5.</summary>
        public int Tries { get; init; } = 2;

        /// <summary>Without choices: the step after any answer.</summary>
        public string? Next { get; init; }

        /// <summary>The step after the last try without a usable answer; null ends the call.</summary>
        public string? Otherwise { get; init; }
    }

    /// <summary>Goes on by the value of an attribute: one set during the call, else the input attribute of that name. Values compare whole and case-blind.</summary>
    public sealed record Branch(string Attribute, IReadOnlyDictionary<string, string> Cases, string? Otherwise) : FlowStep;

    /// <summary>Sets a result attribute.</summary>
    public sealed record Set(string Attribute, string Value, string? Next) : FlowStep;

    /// <summary>Hands the person to the queue of the engagement.</summary>
    /// <param name="Text">Said before; empty = nothing.</param>
    public sealed record Transfer(string Text) : FlowStep;

    /// <param name="Text">Said before; empty = nothing.</param>
    public sealed record HangUp(string Text) : FlowStep;
}
