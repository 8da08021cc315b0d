namespace Herald.Sip.Tests.Lab;

/// <summary>Takes calls to one number with a given behaviour.</summary>
internal sealed class Desk(string number, Func<IncomingCall, CancellationToken, Task> take) : IIncomingCalls
{
    public bool IsOurs(string called) => called == number;

    public Task TakeAsync(IncomingCall call, CancellationToken cancel) => take(call, cancel);
}
