using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>What an answered call means for its delivery, and what the network's tones mean before an answer.</summary>
public static class AnsweredCalls
{
    private const int LongestReason = 500;

    private static readonly OutcomeParts TookPart = new(DeliveryResult.LiveAnswer, Blame.Customer, "took_part", "A person answered and took part.");
    private static readonly OutcomeParts Idle = new(DeliveryResult.Undetermined, Blame.Customer, "no_interaction", "The call was answered, but nobody spoke or pressed a key.");

    /// <summary>By what was heard: the tones that end an attempt, before or after the answer.</summary>
    private static readonly Dictionary<LineVerdict, OutcomeParts> Tones = new()
    {
        [LineVerdict.Fax] = new(DeliveryResult.NotAHandset, Blame.Customer, "fax_tone", "A fax answered."),
        [LineVerdict.SpecialTones] = new(DeliveryResult.NotAHandset, Blame.Customer, "special_tones", "The network played its tones for a number that does not work."),
        [LineVerdict.BusyTone] = new(DeliveryResult.NotAHandset, Blame.Customer, "busy_tone", "The call was answered by a busy tone."),
    };

    private static readonly OutcomeParts EarlyBusy = new(DeliveryResult.Busy, Blame.Customer, "busy_tone_early", "The network played a busy tone.");

    private static readonly Dictionary<MachineEnd, OutcomeParts> Machines = new()
    {
        [MachineEnd.AgentSpoke] = new(DeliveryResult.AnsweringMachine, Blame.Customer, "machine_agent", "An answering machine answered; nothing is configured against it, so the agent spoke to it."),
        [MachineEnd.HungUp] = new(DeliveryResult.AnsweringMachineHangup, Blame.Customer, "machine_hangup", "An answering machine answered; the call was ended without a message, as configured."),
        [MachineEnd.MessageLeft] = new(DeliveryResult.AnsweringMachine, Blame.Customer, "machine_message", "An answering machine answered; the message was left on it."),
        [MachineEnd.MessageCut] = new(DeliveryResult.AnsweringMachine, Blame.Customer, "machine_message_cut", "An answering machine answered; the call ended before the message had been spoken."),
    };

    /// <summary>What happened beside the talk; the result stays that of the talk.</summary>
    private static readonly Dictionary<TalkEnd, (Blame Blame, string Code, string Reason)> Beside = new()
    {
        [TalkEnd.OptedOut] = (Blame.Customer, "opted_out_on_call", "The person opted out during the call."),
        [TalkEnd.Transferred] = (Blame.Customer, "transferred", "The person was handed on."),
        [TalkEnd.NotTransferred] = (Blame.Us, "transfer_not_taken", "The agent wanted to hand the person on, and nobody took the call."),
        [TalkEnd.Stopped] = (Blame.Us, "stopped_on_call", "The call was ended because the service was being stopped."),
        [TalkEnd.LineLost] = (Blame.Carrier, "line_lost", "The connection was lost during the call."),
    };

    /// <summary>Every row there is, with the words the documentation shows before it.</summary>
    public static IEnumerable<(string When, OutcomeParts Parts)> Table =>
    [
        ("a person spoke, or a key was pressed", TookPart),
        ("neither", Idle),
        .. Beside.Values.Select(row => ("as above, and", new OutcomeParts(DeliveryResult.LiveAnswer, row.Blame, row.Code, row.Reason))),
        ("the agent failed", Failed(null)),
        ("no codec in common", NoMedia),
        .. Machines.Values.Select(parts => ("machine, no key", parts)),
        .. Tones.Values.Select(parts => ("tone", parts)),
        ("tone before the answer", EarlyBusy),
    ];

    private static OutcomeParts NoMedia => new(DeliveryResult.BotFailed, Blame.Us, "no_media", "The call was answered, but no audio format was agreed on.");

    public static OutcomeParts Of(AnsweredCall call)
    {
        if (call.Talk == TalkEnd.NoMedia)
            return NoMedia;
        if (call.Talk == TalkEnd.Failed)
            return Failed(call.Failure);
        if (Tones.TryGetValue(call.Verdict, out var tone))
            return tone;
        // Machines press no keys: who does is a person with a long greeting.
        if (call is { Verdict: LineVerdict.Machine, KeyPressed: false })
            return Machines[call.Machine];
        var talk = call.KeyPressed || call.Verdict == LineVerdict.Person ? TookPart : Idle;
        return Beside.TryGetValue(call.Talk, out var beside) ? talk with { Blame = beside.Blame, ReasonCode = beside.Code, Reason = beside.Reason } : talk;
    }

    /// <summary>A tone that the network played instead of ringing; null = one that says nothing of the number.</summary>
    public static OutcomeParts? BeforeAnswer(LineVerdict verdict) =>
        verdict == LineVerdict.BusyTone ? EarlyBusy : Tones.GetValueOrDefault(verdict);

    private static OutcomeParts Failed(string? why)
    {
        var reason = string.IsNullOrWhiteSpace(why) ? "The call was answered, but the agent failed." : $"The call was answered, but the agent failed: {why}";
        return new(DeliveryResult.BotFailed, Blame.Us, "agent_failed", reason.Length <= LongestReason ? reason : reason[..LongestReason]);
    }
}
