using System.Collections.Frozen;
using static Herald.Sip.Transactions.TransactionAction;
using static Herald.Sip.Transactions.TransactionEvent;
using static Herald.Sip.Transactions.TransactionState;
using Table = System.Collections.Frozen.FrozenDictionary<(Herald.Sip.Transactions.TransactionState From, Herald.Sip.Transactions.TransactionEvent On), Herald.Sip.Transactions.Move>;

namespace Herald.Sip.Transactions;

/// <summary>The four machines of RFC 3261 §17 as corrected by RFC 6026. A pair that is not here does nothing.</summary>
internal static class TransactionTables
{
    /// <summary>RFC 3261 §17.1.1 figure 5, RFC 6026 §7.2 figure 1.</summary>
    public static readonly Table InviteClient = Freeze(new()
    {
        [(Calling, Resend)] = new(Calling, SendAgain | ArmResend),                  // timer A
        // Timer B. The RFC forgets the transaction here; we keep it as long again, so that a person who answers late is
        // hung up instead of left in silence.
        [(Calling, TimeOut)] = new(Accepted, TellTimeOut | StopResend | ArmLinger),
        [(Calling, TransportError)] = new(Terminated, TellTransport),
        [(Calling, Provisional)] = new(Proceeding, Pass | StopResend | StopTimeOut), // B counts in Calling only
        [(Calling, Success)] = new(Accepted, Pass | StopResend | StopTimeOut | ArmLinger),
        [(Calling, Failure)] = new(Completed, Pass | SendAck | StopResend | StopTimeOut | ArmLinger),
        [(Proceeding, Provisional)] = new(Proceeding, Pass),
        [(Proceeding, Success)] = new(Accepted, Pass | ArmLinger),
        [(Proceeding, Failure)] = new(Completed, Pass | SendAck | ArmLinger),
        [(Completed, Failure)] = new(Completed, SendAck),
        [(Completed, TransportError)] = new(Terminated, TellTransport),
        [(Completed, Linger)] = new(Terminated),                                    // timer D
        [(Accepted, Success)] = new(Accepted, Pass),                                // RFC 6026 §7.2: repeats and forks
        [(Accepted, Linger)] = new(Terminated),                                     // timer M
    });

    /// <summary>RFC 3261 §17.1.2 figure 6.</summary>
    public static readonly Table OtherClient = Freeze(new()
    {
        [(Trying, Resend)] = new(Trying, SendAgain | ArmResend),                    // timer E
        [(Trying, TimeOut)] = new(Terminated, TellTimeOut),                         // timer F
        [(Trying, TransportError)] = new(Terminated, TellTransport),
        [(Trying, Provisional)] = new(Proceeding, Pass),
        [(Trying, Success)] = new(Completed, Pass | StopResend | StopTimeOut | ArmLinger),
        [(Trying, Failure)] = new(Completed, Pass | StopResend | StopTimeOut | ArmLinger),
        [(Proceeding, Resend)] = new(Proceeding, SendAgain | ArmResend),
        [(Proceeding, TimeOut)] = new(Terminated, TellTimeOut),
        [(Proceeding, TransportError)] = new(Terminated, TellTransport),
        [(Proceeding, Provisional)] = new(Proceeding, Pass),
        [(Proceeding, Success)] = new(Completed, Pass | StopResend | StopTimeOut | ArmLinger),
        [(Proceeding, Failure)] = new(Completed, Pass | StopResend | StopTimeOut | ArmLinger),
        [(Completed, Linger)] = new(Terminated),                                    // timer K
    });

    /// <summary>RFC 3261 §17.2.1 figure 7, RFC 6026 §7.1 figure 3. Our user answers, so success, failure and provisional are his.</summary>
    public static readonly Table InviteServer = Freeze(new()
    {
        [(Proceeding, Repeated)] = new(Proceeding, SendAgain),
        [(Proceeding, Provisional)] = new(Proceeding, Send),
        [(Proceeding, Success)] = new(Accepted, Send | ArmLinger),
        [(Proceeding, Failure)] = new(Completed, Send | ArmResend | ArmTimeOut),    // timers G, H
        [(Completed, Repeated)] = new(Completed, SendAgain),
        [(Completed, Resend)] = new(Completed, SendAgain | ArmResend),
        [(Completed, TimeOut)] = new(Terminated, TellTimeOut),
        [(Completed, Ack)] = new(Confirmed, StopResend | StopTimeOut | ArmLinger),  // timer I
        [(Confirmed, Linger)] = new(Terminated),
        [(Accepted, Success)] = new(Accepted, Send),                                // the user repeats 2xx himself
        [(Accepted, Linger)] = new(Terminated),                                     // timer L
    });

    /// <summary>RFC 3261 §17.2.2 figure 8.</summary>
    public static readonly Table OtherServer = Freeze(new()
    {
        [(Trying, Provisional)] = new(Proceeding, Send),
        [(Trying, Success)] = new(Completed, Send | ArmLinger),
        [(Trying, Failure)] = new(Completed, Send | ArmLinger),
        [(Proceeding, Provisional)] = new(Proceeding, Send),
        [(Proceeding, Repeated)] = new(Proceeding, SendAgain),
        [(Proceeding, Success)] = new(Completed, Send | ArmLinger),
        [(Proceeding, Failure)] = new(Completed, Send | ArmLinger),
        [(Completed, Repeated)] = new(Completed, SendAgain),
        [(Completed, Linger)] = new(Terminated),                                    // timer J
    });

    private static Table Freeze(Dictionary<(TransactionState From, TransactionEvent On), Move> moves) => moves.ToFrozenDictionary();
}
