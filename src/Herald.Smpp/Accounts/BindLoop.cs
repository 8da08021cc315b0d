using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

/// <summary>Keeps one bind up: connects, binds, runs it to its end, waits, again.</summary>
internal sealed partial class BindLoop(
    CommandId kind, SmppAccountOptions options, IBindOwner owner, BindCounters counters, TimeProvider time, ILogger logger)
{
    /// <summary>A bind that lived this long was a good one: the next failure is the first again.</summary>
    private static readonly TimeSpan Proven = TimeSpan.FromSeconds(30);

    private volatile SmppBind? bound;
    private volatile string lastEnd = "";
    private int failures;

    /// <summary>Null while it is down.</summary>
    public SmppBind? Bound => bound;

    public bool Sends => kind != CommandId.bind_receiver;

    /// <summary>Why the last bind ended or did not come up; empty before that.</summary>
    public string LastEnd => lastEnd;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var waitLong = await RunOnceAsync(stopping);
            if (stopping.IsCancellationRequested)
                return;
            // Asking again soon with a password that was just refused gets accounts locked; a mute SMSC swallows a window each time.
            var wait = waitLong ? options.ReconnectMaximum : Backoff.Wait(++failures, options.ReconnectMinimum, options.ReconnectMaximum, Random.Shared.NextDouble());
            LogDown(options.Name, kind, lastEnd, wait);
            await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether to wait long before the next try: the SMSC refused us for who we are, or answers no submits.</returns>
    private async Task<bool> RunOnceAsync(CancellationToken stopping)
    {
        try
        {
            var stream = await Connector.ConnectAsync(options, time, stopping);
            await using var bind = new SmppBind(Settings(), stream, owner, counters, time, logger);
            return await RunAsync(bind, stopping);
        }
        catch (Exception e)
        {
            lastEnd = e.Message;
            return false;
        }
    }

    private async Task<bool> RunAsync(SmppBind bind, CancellationToken stopping)
    {
        var run = bind.RunAsync();
        await using var leave = stopping.Register(() => _ = bind.UnbindAsync());
        var answer = await bind.BindAsync();
        if (!answer.IsOk)
        {
            var reason = answer.Fate == AnswerFate.Answered ? $"bind refused: {StatusTable.NameOf(answer.Status)}" : "bind was not answered";
            bind.Close(reason);
            var end = await run;
            // An SMSC that refuses often closes before we do: the refusal is the reason all the same.
            lastEnd = answer.Fate == AnswerFate.Answered ? reason : end;
            return answer.Status is StatusCode.ESME_RINVPASWD or StatusCode.ESME_RINVSYSID;
        }

        LogUp(options.Name, kind);
        var since = time.GetTimestamp();
        bound = bind;
        owner.OnSlotFreed();
        lastEnd = await run;
        bound = null;
        if (time.GetElapsedTime(since) >= Proven)
            failures = 0;
        if (!stopping.IsCancellationRequested)
            counters.Dropped();
        owner.OnSlotFreed();
        return bind.WasSilent;
    }

    private BindSettings Settings() => new()
    {
        Kind = kind,
        SystemId = options.SystemId,
        Password = options.Password,
        SystemType = options.SystemType,
        Window = options.Window,
        ResponseTimeout = options.ResponseTimeout,
        EnquireLinkInterval = options.EnquireLinkInterval,
    };
}
