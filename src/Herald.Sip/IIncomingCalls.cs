namespace Herald.Sip;

/// <summary>Takes calls to our numbers.</summary>
public interface IIncomingCalls
{
    /// <summary>Whether the number (user part of the Request-URI) is ours. Asked for every INVITE of strangers before anything is kept of it: must be quick and must not wait.</summary>
    bool IsOurs(string number);

    /// <summary>Runs the call. Returning without having answered, or throwing, refuses it with 480.</summary>
    /// <param name="call">The ringing call.</param>
    /// <param name="cancel">Cancelled when the caller gives up before the answer.</param>
    Task TakeAsync(IncomingCall call, CancellationToken cancel);
}
