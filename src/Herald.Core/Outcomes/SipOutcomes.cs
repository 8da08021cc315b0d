using System.Globalization;
using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>What the final answer to an INVITE (RFC 3261 section 21) means for a delivery that was never off hook.</summary>
public static class SipOutcomes
{
    /// <summary>Ring limit reached by us, whatever final code follows our CANCEL.</summary>
    public static readonly OutcomeParts RingLimit =
        new(DeliveryResult.NoAnswer, Blame.Customer, "ring_limit", "Nobody answered before the ring limit.");

    /// <summary>The trunk did not even begin to ring within the set-up limit; whatever final code follows our CANCEL.</summary>
    public static readonly OutcomeParts SetupLimit =
        new(DeliveryResult.CallFailed, Blame.Carrier, "setup_limit", "The carrier gave no sign of the call within the set-up limit.");

    /// <summary>We hung up before an answer because this process stops.</summary>
    public static readonly OutcomeParts Stopped =
        new(DeliveryResult.CallFailed, Blame.Us, "stopped", "The call was ended before an answer because the service was being stopped.");

    /// <summary>The table of the contract, by status code. Every other final code is <see cref="Other"/>.</summary>
    public static readonly IReadOnlyDictionary<int, OutcomeParts> Table = new (int Status, DeliveryResult Result, Blame Blame, string Reason)[]
    {
        (486, DeliveryResult.Busy, Blame.Customer, "The line was busy."),
        (600, DeliveryResult.Busy, Blame.Customer, "The person was busy on every phone of this number."),
        (603, DeliveryResult.NoAnswer, Blame.Customer, "The person rejected the call."),
        (607, DeliveryResult.NoAnswer, Blame.Customer, "The person rejected the call as unwanted."), // RFC 8197
        (404, DeliveryResult.InvalidAddress, Blame.Customer, "The number does not exist."),
        (410, DeliveryResult.InvalidAddress, Blame.Customer, "The number is no longer in service."),
        (484, DeliveryResult.InvalidAddress, Blame.Customer, "The number is incomplete."),
        (485, DeliveryResult.InvalidAddress, Blame.Customer, "The number is ambiguous."),
        (604, DeliveryResult.InvalidAddress, Blame.Customer, "The number does not exist anywhere."),
        (408, DeliveryResult.CallFailed, Blame.Carrier, "The network gave no final answer in time."),
        (480, DeliveryResult.CallFailed, Blame.Carrier, "The phone could not be reached at that time."),
        (487, DeliveryResult.CallFailed, Blame.Carrier, "The network ended the call before it was answered."),
        (500, DeliveryResult.CallFailed, Blame.Carrier, "The carrier had an internal error."),
        (502, DeliveryResult.CallFailed, Blame.Carrier, "The carrier got a bad answer from the network behind it."),
        (503, DeliveryResult.CallFailed, Blame.Carrier, "The carrier was overloaded or out of service."),
        (504, DeliveryResult.CallFailed, Blame.Carrier, "The carrier got no answer from the network behind it."),
        (401, DeliveryResult.NonRetriableError, Blame.Us, "The carrier refused the credentials of the trunk."),
        (405, DeliveryResult.NonRetriableError, Blame.Us, "The carrier does not allow calls on this trunk."),
        (407, DeliveryResult.NonRetriableError, Blame.Us, "The carrier's proxy refused the credentials of the trunk."),
        (415, DeliveryResult.NonRetriableError, Blame.Us, "The carrier does not understand the description of the call."),
        (488, DeliveryResult.NonRetriableError, Blame.Us, "The carrier accepts none of the codecs offered."),
        (501, DeliveryResult.NonRetriableError, Blame.Us, "The carrier does not support this kind of call."),
        (505, DeliveryResult.NonRetriableError, Blame.Us, "The carrier does not support this version of SIP."),
    }.ToDictionary(row => row.Status, row => new OutcomeParts(row.Result, row.Blame, Code(row.Status), row.Reason, row.Status is 603 or 607));

    /// <param name="status">Final code, 300..699.</param>
    /// <param name="q850">Cause of the Reason header (RFC 3326, ITU-T Q.850), when there was one; named in the sentence, never the decider.</param>
    public static OutcomeParts From(int status, SipEnd end = SipEnd.FarSide, int? q850 = null) => end switch
    {
        SipEnd.RingLimit => RingLimit,
        SipEnd.SetupLimit => SetupLimit,
        SipEnd.Stopped => Stopped,
        _ => WithCause(Table.TryGetValue(status, out var parts) ? parts : Other(status), q850),
    };

    /// <summary>A final code the contract does not list: CallFailed, its code kept.</summary>
    public static OutcomeParts Other(int status) => new(
        DeliveryResult.CallFailed,
        Blame.Carrier,
        Code(status),
        string.Create(CultureInfo.InvariantCulture, $"The carrier ended the call with SIP code {status}."));

    private static OutcomeParts WithCause(OutcomeParts parts, int? q850) => q850 is not { } cause ? parts : parts with
    {
        Reason = string.Create(CultureInfo.InvariantCulture, $"{parts.Reason} The network's cause is {cause} ({Q850.Name(cause)})."),
    };

    private static string Code(int status) => string.Create(CultureInfo.InvariantCulture, $"sip_{status}");
}
