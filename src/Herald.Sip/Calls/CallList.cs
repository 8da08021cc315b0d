using Herald.Sip.Core;
using Herald.Sip.Trunks;

namespace Herald.Sip.Calls;

/// <summary>The calls that are up or on their way.</summary>
internal sealed class CallList(SipCore core, TrunkList trunks)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(4);

    private readonly HashSet<CallCore> all = [];
    private readonly Lock gate = new();
    private TaskCompletionSource? emptied;
    private bool closed;

    public int Count
    {
        get
        {
            lock (gate)
                return all.Count;
        }
    }

    public Call Start(CallRequest request, CancellationToken cancel)
    {
        var call = new CallCore(core, Remove);
        if (!Add(call))
        {
            call.End(CallEndKind.NothingLeft, 0);
            return new(call);
        }
        core.Loop.Post(() =>
        {
            if (!cancel.IsCancellationRequested)
                new OutboundSetup(call, request, trunks.For(request)).Begin();
            else
                call.End(CallEndKind.Cancelled, 0);
        });
        if (cancel.CanBeCanceled)
        {
            var registered = cancel.Register(() => core.Loop.Post(call.Stop));
            _ = call.Story.Ended.ContinueWith(_ => registered.Dispose(), TaskScheduler.Default);
        }
        return new(call);
    }

    /// <summary>False when the endpoint is full or closing.</summary>
    public bool Add(CallCore call)
    {
        lock (gate)
            return !closed && all.Count < core.Options.MaxCalls && all.Add(call);
    }

    public async Task CloseAsync()
    {
        Task? empty = null;
        lock (gate)
        {
            closed = true;
            if (all.Count > 0)
                empty = (emptied = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            foreach (var call in all)
                core.Loop.Post(call.Stop);
        }
        try
        {
            if (empty is not null)
                await empty.WaitAsync(Goodbye, core.Time);
            await core.QuietAsync(Goodbye);
        }
        catch (TimeoutException)
        {
            // A peer that does not answer our goodbyes: enough.
        }
    }

    private void Remove(CallCore call)
    {
        lock (gate)
        {
            all.Remove(call);
            if (all.Count == 0)
                emptied?.TrySetResult();
        }
    }
}
