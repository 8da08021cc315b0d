using Herald.Core.Outcomes;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>What our side knows of a call that is over, beside its signalling.</summary>
/// <param name="Stopping">We ended it because this process stops.</param>
/// <param name="Results">Set by the agent.</param>
internal sealed record CallFacts(
    Heard Heard,
    bool KeyPressed,
    TalkEnd Talk,
    MachineEnd Machine,
    string? Failure,
    bool Stopping,
    IReadOnlyDictionary<string, string> Results);
