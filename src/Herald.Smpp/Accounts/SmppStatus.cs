namespace Herald.Smpp.Accounts;

/// <summary>An account at one moment; the counts run since it was made.</summary>
/// <param name="BindsUp">Bound now.</param>
/// <param name="BindsWanted">Configured.</param>
/// <param name="InFlight">submit_sm without answer.</param>
/// <param name="Window">submit_sm that may be without answer when all sending binds are up.</param>
/// <param name="FreeSlots">See <see cref="SmppAccount.FreeSlots(string?)"/>.</param>
/// <param name="IsThrottled">In a pause the SMSC asked for.</param>
/// <param name="IncompleteMessages">Inbound messages waiting for parts.</param>
/// <param name="Accepted">submit_sm accepted.</param>
/// <param name="Refused">submit_sm refused for good.</param>
/// <param name="Throttles">submit_sm answered throttled, queue full or system error.</param>
/// <param name="Unanswered">submit_sm whose answer did not come.</param>
/// <param name="LateAnswers">Answers that came after the response timeout.</param>
/// <param name="UnknownAnswers">Answers to nothing we asked.</param>
/// <param name="Malformed">PDUs or streams that were none.</param>
/// <param name="Drops">Binds lost.</param>
/// <param name="Receipts">Receipts handled.</param>
/// <param name="Messages">Inbound messages handled.</param>
/// <param name="HandlerFailures">Times the handler threw and the SMSC was asked to send again.</param>
/// <param name="LastEnds">Why each bind last ended; empty string: it never did.</param>
public sealed record SmppStatus(
    int BindsUp,
    int BindsWanted,
    int InFlight,
    int Window,
    int FreeSlots,
    bool IsThrottled,
    int IncompleteMessages,
    long Accepted,
    long Refused,
    long Throttles,
    long Unanswered,
    long LateAnswers,
    long UnknownAnswers,
    long Malformed,
    long Drops,
    long Receipts,
    long Messages,
    long HandlerFailures,
    IReadOnlyList<string> LastEnds);
