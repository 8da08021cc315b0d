using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;
using Herald.Store.Inbound;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>Messages by one SMPP account. Holds nothing of a delivery beyond its submit: what was acknowledged waits in the store for its receipt.</summary>
public sealed partial class SmsChannel : IChannel, IJoinsParts
{
    private static readonly TimeSpan ReportsAtStop = TimeSpan.FromSeconds(5);

    private readonly SmsChannelOptions options;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly ILogger<SmsChannel> log;
    private readonly SenderSlots senders;
    private readonly Guid scope;
    private readonly int window;
    private IInbound? desk;
    private SmppAccount? account;
    private readonly InFlight busy = new();

    /// <exception cref="ArgumentException">The options have faults: <see cref="SmsChannelOptions.Faults"/>.</exception>
    public SmsChannel(string name, SmsChannelOptions options, TimeProvider time, ILoggerFactory logs)
    {
        (Name, this.options, this.time, this.logs) = (name, options, time, logs);
        options.Account.Name = name;
        log = logs.CreateLogger<SmsChannel>();
        senders = new SenderSlots(options.Account, time);
        scope = ReceiptScope.Of(name);
        window = (options.Account.Transceivers + options.Account.Transmitters) * options.Account.Window;
    }

    public event Action? SlotsAppeared;

    public string Name { get; }

    public bool Simulated => false;

    /// <summary>The free window, less what was answered but is not reported yet.</summary>
    public int FreeSlots => account is { } open ? Math.Max(0, Math.Min(senders.Free(open), window - busy.Count)) : 0;

    public ChannelStatus Status
    {
        get
        {
            if (account?.Status() is not { } status)
                return new ChannelStatus(Name, "Smpp", false, 0, 0, false, "Not started.");
            return new ChannelStatus(Name, "Smpp", status.BindsUp > 0, busy.Count, FreeSlots, false, SmsStatus.Sentence(status));
        }
    }

    public Guid ReceiptsOf(OutboundProfile profile) => scope;

    Guid IJoinsParts.AccountId => scope;

    Channels.InboundMessage IJoinsParts.Join(IReadOnlyList<KeptPart> parts) => SmsParts.Join(Name, parts, options.Account.Text.DefaultAlphabet);

    public int UnitsOf(AttemptOrder order) => order.Text is { } text ? SmppText.SegmentCount(text, options.Account.Text) : 1;

    public Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        desk = inbound;
        var arrivals = new SmsArrivals(Name, inbound, () => SlotsAppeared?.Invoke(), AnsweredLate, time);
        account = new SmppAccount(options.Account, arrivals, time, logs.CreateLogger<SmppAccount>());
        account.Start();
        return Task.CompletedTask;
    }

    public void Start(AttemptOrder order, IAttemptSink sink)
    {
        var now = time.GetCurrentInstant();
        if ((order.From ?? options.Sender) is not { } from)
            sink.Ended(SubmitReport.Unsendable(ReasonCode.Configuration, "Neither the workstream nor the SMS account has a sender.", now));
        else if (order.Text is not { Length: > 0 } text)
            sink.Ended(SubmitReport.Unsendable("no_text", "The message has no text.", now));
        else if (UnitsOf(order) is var segments && segments > options.MaxSegments)
            sink.Ended(SubmitReport.Unsendable("too_long", $"The message takes {segments} segments; this SMS account sends at most {options.MaxSegments}.", now));
        else
            _ = SubmitAsync(order, from, text, sink);
    }

    public async ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct)
    {
        if (account is null)
            return false;
        var outcome = await account.SubmitAsync(new OutboundMessage("answer", message.From, message.To, message.Text) { FromKind = options.SenderKind, Receipt = false });
        if (outcome is SubmitOutcome.Refused refused)
            AnswerRefused(Name, refused.StatusName);
        // What was refused or not answered is not sent again.
        return outcome is not SubmitOutcome.NotSent;
    }

    public async Task HangUpAsync(CancellationToken ct)
    {
        if (account is null)
            return;
        await account.StopAsync().WaitAsync(ct);
        using var limit = new CancellationTokenSource(ReportsAtStop, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        await busy.NoneAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync() => account?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The first part is written before this returns for the first time: nothing queues here.
    private async Task SubmitAsync(AttemptOrder order, string from, string text, IAttemptSink sink)
    {
        busy.Add();
        try
        {
            senders.Used(from);
            var reference = new SmsReference(order.DeliveryId, PartsOf(order), order.Profile.Receipts);
            var outcome = await account!.SubmitAsync(new OutboundMessage(reference.ToString(), from, order.Number, text)
            {
                FromKind = options.SenderKind,
                ValidUntil = order.ClosesAt < Latest ? order.ClosesAt.ToDateTimeOffset() : null,
                Receipt = order.Profile.Receipts,
            });
            SubmitReport.Tell(sink, outcome, time.GetCurrentInstant());
            if (outcome is SubmitOutcome.Unanswered { AcceptedParts.Count: > 0 } unanswered)
                Late(reference, [.. unanswered.AcceptedParts.Select(part => part.Key)], null);
        }
        catch (Exception e)
        {
            SubmitFailed(Name, order.DeliveryId, e);
            sink.Ended(SubmitReport.Unknown("failed", "The submission failed in this service; whether the provider has the message is not known.", time.GetCurrentInstant()));
        }
        finally
        {
            busy.Remove();
        }
    }

    // One payload is one submit, however many segments the SMSC makes of it.
    private int PartsOf(AttemptOrder order) => options.Account.Text.Concatenation == SmsConcatenation.Payload ? 1 : UnitsOf(order);

    private void AnsweredLate(LateAnswer answer)
    {
        if (!SmsReference.TryRead(answer.Reference, out var reference))
            return;
        if (answer.Status == 0)
            Late(reference, [MessageIdKey.Of(answer.MessageId, options.Account.Receipts.AnswerIds)], null);
        else
            Late(reference, [], SubmitReport.RefusedLate(answer.Status, answer.StatusName, time.GetCurrentInstant()));
    }

    private void Late(SmsReference reference, IReadOnlyList<string> ids, AttemptOutcome? refused) => desk!.LateSubmit(new LateSubmit(
        reference.DeliveryId, scope, [.. ids.Where(id => id.Length > 0)], reference.Parts, reference.Receipts, refused, time.GetCurrentInstant()));

    /// <summary>Two digits of a year (SMPP 3.4 §7.1.1): a window without an end is left to the SMSC.</summary>
    private static readonly Instant Latest = Instant.FromUtc(2099, 1, 1, 0, 0);
}
