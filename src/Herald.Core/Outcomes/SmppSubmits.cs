using System.Globalization;
using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>What <c>command_status</c> of a submit_sm_resp means (SMPP 3.4 section 5.1.3, the codes a submit can get).</summary>
public static class SmppSubmits
{
    private static readonly SubmitAnswer Sent = new SubmitAnswer.Sent();

    /// <summary>By code, with the name the specification spells. Every other code is <see cref="Other"/>.</summary>
    public static readonly IReadOnlyList<(int Status, string Name, SubmitAnswer Answer)> Table =
    [
        (0x00, "ESME_ROK", Sent),
        (0x01, "ESME_RINVMSGLEN", Ours(0x01, "The provider refused the length of the message.")),
        (0x02, "ESME_RINVCMDLEN", Ours(0x02, "The provider could not read the submission.")),
        (0x03, "ESME_RINVCMDID", Ours(0x03, "The provider does not know this kind of submission.")),
        (0x04, "ESME_RINVBNDSTS", Unbound("The connection to the provider may not send.")),
        (0x06, "ESME_RINVPRTFLG", Ours(0x06, "The provider refused the priority of the message.")),
        (0x07, "ESME_RINVREGDLVFLG", Ours(0x07, "The provider refused the request for a receipt.")),
        (0x08, "ESME_RSYSERR", Theirs(0x08, "The provider had an internal error.")),
        (0x0A, "ESME_RINVSRCADR", Ours(0x0A, "The provider refused the sender number.")),
        (0x0B, "ESME_RINVDSTADR", Number(0x0B, "The provider refused the number as invalid.")),
        (0x0C, "ESME_RINVMSGID", Ours(0x0C, "The provider refused the message id.")),
        (0x14, "ESME_RMSGQFUL", Throttled("The provider's queue is full.")),
        (0x15, "ESME_RINVSERTYP", Ours(0x15, "The provider refused the service type.")),
        (0x33, "ESME_RINVNUMDESTS", Ours(0x33, "The provider refused the count of destinations.")),
        (0x34, "ESME_RINVDLNAME", Ours(0x34, "The provider refused the distribution list.")),
        (0x40, "ESME_RINVDESTFLAG", Ours(0x40, "The provider refused the destination flag.")),
        (0x42, "ESME_RINVSUBREP", Ours(0x42, "The provider refused to replace a message.")),
        (0x43, "ESME_RINVESMCLASS", Ours(0x43, "The provider refused the message class.")),
        (0x44, "ESME_RCNTSUBDL", Ours(0x44, "The provider cannot send to distribution lists.")),
        (0x45, "ESME_RSUBMITFAIL", Theirs(0x45, "The provider failed to take the message.")),
        (0x48, "ESME_RINVSRCTON", Ours(0x48, "The provider refused the type of the sender number.")),
        (0x49, "ESME_RINVSRCNPI", Ours(0x49, "The provider refused the numbering plan of the sender.")),
        (0x50, "ESME_RINVDSTTON", Ours(0x50, "The provider refused the type of the number.")),
        (0x51, "ESME_RINVDSTNPI", Ours(0x51, "The provider refused the numbering plan of the number.")),
        (0x53, "ESME_RINVSYSTYP", Ours(0x53, "The provider refused the system type.")),
        (0x54, "ESME_RINVREPFLAG", Ours(0x54, "The provider refused the replacement flag.")),
        (0x55, "ESME_RINVNUMMSGS", Ours(0x55, "The provider refused the count of messages.")),
        (0x58, "ESME_RTHROTTLED", Throttled("The provider asks for fewer messages per second.")),
        (0x61, "ESME_RINVSCHED", Ours(0x61, "The provider refused the scheduled time.")),
        (0x62, "ESME_RINVEXPIRY", Ours(0x62, "The provider refused the validity period.")),
        (0x63, "ESME_RINVDFTMSGID", Ours(0x63, "The provider does not know the predefined message.")),
        (0x64, "ESME_RX_T_APPN", Theirs(0x64, "The provider had a temporary error.")),
        (0x65, "ESME_RX_P_APPN", Theirs(0x65, "The provider had a permanent error.")),
        (0x66, "ESME_RX_R_APPN", Theirs(0x66, "The provider rejected the message.")),
        (0xC0, "ESME_RINVOPTPARSTREAM", Ours(0xC0, "The provider could not read the optional parameters.")),
        (0xC1, "ESME_ROPTPARNOTALLWD", Ours(0xC1, "The provider does not allow an optional parameter.")),
        (0xC2, "ESME_RINVPARLEN", Ours(0xC2, "The provider refused the length of a parameter.")),
        (0xC3, "ESME_RMISSINGOPTPARAM", Ours(0xC3, "The provider misses an optional parameter.")),
        (0xC4, "ESME_RINVOPTPARAMVAL", Ours(0xC4, "The provider refused the value of an optional parameter.")),
        (0xFE, "ESME_RDELIVERYFAILURE", Theirs(0xFE, "The provider could not deliver the message.")),
        (0xFF, "ESME_RUNKNOWNERR", Theirs(0xFF, "The provider had an unknown error.")),
    ];

    private static readonly Dictionary<int, SubmitAnswer> ByStatus = Table.ToDictionary(row => row.Status, row => row.Answer);

    public static SubmitAnswer From(int commandStatus) => ByStatus.GetValueOrDefault(commandStatus) ?? Other(commandStatus);

    /// <summary>A code the specification does not name: refused, its code kept.</summary>
    public static SubmitAnswer Other(int status) =>
        Theirs(status, string.Create(CultureInfo.InvariantCulture, $"The provider refused the message with its own code 0x{status:X8}."));

    private static SubmitAnswer.Refused Number(int status, string reason) => Refused(status, Blame.Customer, reason);

    private static SubmitAnswer.Refused Ours(int status, string reason) => Refused(status, Blame.Us, reason);

    private static SubmitAnswer.Refused Theirs(int status, string reason) => Refused(status, Blame.Carrier, reason);

    private static SubmitAnswer.NotSent Throttled(string reason) => new(Throttled: true, reason);

    private static SubmitAnswer.NotSent Unbound(string reason) => new(Throttled: false, reason);

    private static SubmitAnswer.Refused Refused(int status, Blame blame, string reason) =>
        new(new OutcomeParts(DeliveryResult.NotDelivered, blame, string.Create(CultureInfo.InvariantCulture, $"smpp_0x{status:X8}"), reason));
}
