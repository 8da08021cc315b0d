using Herald.Sip.Core;
using Herald.Sip.Messages;
using Herald.Sip.Transactions;
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
    private long started;
    private long answered;

    public int Count
    {
        get
        {
            lock (gate)
                return all.Count;
        }
    }

    public long Started => Interlocked.Read(ref started);

    public long Answered => Interlocked.Read(ref answered);

    public Call Start(CallRequest request, CancellationToken cancel)
    {
        Interlocked.Increment(ref started);
        var call = new CallCore(core, Remove) { IsOutbound = true };
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

    /// <summary>An INVITE to one of our numbers, or one that takes over a call of ours.</summary>
    public void OnInvite(SipRequest invite, ServerTransaction transaction, IIncomingCalls? handler)
    {
        if (ReplacingInvite.Names(invite) is { } key)
        {
            if (core.FindDialog(key) is CallDialog standing)
                ReplacingInvite.Take(core, standing, invite, transaction);
            else
                transaction.Respond(SipResponse.Answering(invite, 481, Ids.Tag()));
            return;
        }
        var call = new CallCore(core, Remove);
        if (handler is null || !Add(call))
        {
            transaction.Respond(SipResponse.Answering(invite, handler is null ? 480 : 503, Ids.Tag()));
            return;
        }
        new InboundSetup(call, invite, transaction).Begin(handler);
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
        if (call.IsOutbound && call.Story.Times.Answered is not null)
            Interlocked.Increment(ref answered);
        lock (gate)
        {
            all.Remove(call);
            if (all.Count == 0)
                emptied?.TrySetResult();
        }
    }
}
