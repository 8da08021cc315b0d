using System.Collections.Concurrent;
using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Dispatch.Channels.Sms;
using Herald.Smpp.Text;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Twilio;

/// <summary>Messages by Twilio's REST interface; receipts and replies come by its webhooks, which the server hands over once their signature holds.</summary>
public sealed partial class TwilioChannel : IChannel
{
    private static readonly SmppTextRules Rules = new();
    private static readonly Duration LongValidity = Duration.FromDays(1);

    private readonly TwilioOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<TwilioChannel> log;
    private readonly TwilioSender sender;
    private readonly Guid scope;
    private readonly ITimer resume;

    /// <summary>Requests without an answer, and the id a callback has told of them meanwhile.</summary>
    private readonly ConcurrentDictionary<Guid, string> underWay = new();
    private IInbound? inbound;
    private long pausedUntil;
    private int lastCode;
    private readonly InFlight busy = new();

    public TwilioChannel(string name, TwilioOptions options, TimeProvider time, ILoggerFactory logs)
    {
        (Name, this.options, this.time) = (name, options, time);
        log = logs.CreateLogger<TwilioChannel>();
        sender = new TwilioSender(options, time);
        scope = ReceiptScope.Of(name);
        resume = time.CreateTimer(_ => SlotsAppeared?.Invoke(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public event Action? SlotsAppeared;

    public string Name { get; }

    public bool Simulated => false;

    public int FreeSlots => inbound is null || IsPaused ? 0 : Math.Max(0, options.Window - busy.Count);

    public ChannelStatus Status => new(Name, "Twilio", inbound is not null && !IsPaused, busy.Count, FreeSlots, false, IsPaused ? $"Pausing: the provider answered with code {lastCode}." : null);

    private bool IsPaused => time.GetUtcNow().UtcTicks < Volatile.Read(ref pausedUntil);

    public Guid ReceiptsOf(OutboundProfile profile) => scope;

    public int UnitsOf(AttemptOrder order) => order.Text is { } text ? SmppText.SegmentCount(text, Rules) : 1;

    public Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        this.inbound = inbound;
        SlotsAppeared?.Invoke();
        return Task.CompletedTask;
    }

    public void Start(AttemptOrder order, IAttemptSink sink)
    {
        var now = time.GetCurrentInstant();
        if ((order.From ?? options.Sender ?? options.MessagingServiceSid) is null)
            sink.Ended(SubmitReport.Unsendable(ReasonCode.Configuration, "Neither the workstream nor the SMS account has a sender.", now));
        else if (order.Text is not { Length: > 0 } text)
            sink.Ended(SubmitReport.Unsendable("no_text", "The message has no text.", now));
        else if (order.ClosesAt - now < Duration.FromSeconds(1))
            sink.NothingLeft(ReasonCode.NotSent, Duration.FromSeconds(1));
        else
            _ = SendAsync(order, text, order.ClosesAt - now, sink);
    }

    public async ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct)
    {
        if (options.ProviderAnswersKeywords)
            return true;
        var answer = await sender.SendAsync(message.From, message.To, message.Text, null, null);
        Heed(answer);
        return answer.Kind != TwilioAnswerKind.NotTaken;
    }

    /// <summary>Whether a webhook comes from the provider.</summary>
    /// <param name="pathAndQuery">As called.</param>
    public bool IsSigned(string pathAndQuery, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> form, string? signature) =>
        TwilioSignature.Matches(TwilioSignature.Of(options.AuthToken, $"{options.WebhookUrl!.ToString().TrimEnd('/')}{pathAndQuery}", form), signature);

    /// <summary>A status callback. Completes once the receipt is durable; statuses that are no end change nothing.</summary>
    /// <param name="delivery">The delivery the callback address names: it tells the id of a message whose request was never answered.</param>
    public async Task StatusAsync(string id, Guid? delivery, string status, string? errorCode, CancellationToken ct)
    {
        if (inbound is null)
            return;
        if (delivery is { } named && !underWay.TryUpdate(named, id, ""))
            inbound.LateSubmit(new LateSubmit(named, scope, [id], 1, true, null, time.GetCurrentInstant()));
        if (TwilioStatuses.ResultOf(status) is not { } result)
            return;
        var diagnostics = JsonSerializer.Serialize(new Dictionary<string, string?> { ["status"] = status, ["error_code"] = errorCode is { Length: <= 20 } ? errorCode : null });
        await inbound.ReceiptAsync(new KeptReceipt(scope, id, result, time.GetCurrentInstant(), diagnostics), ct);
    }

    /// <summary>A message from a person. Completes once what it means is durable.</summary>
    /// <param name="id">The provider's: the webhook comes again when its answer was lost.</param>
    public Task MessageAsync(string? id, string from, string to, string text, CancellationToken ct) =>
        inbound?.MessageAsync(new InboundMessage(Name, from, to, text, time.GetCurrentInstant(), id), ct) ?? Task.CompletedTask;

    public Task HangUpAsync(CancellationToken ct) => busy.NoneAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await resume.DisposeAsync();
        sender.Dispose();
    }

    private async Task SendAsync(AttemptOrder order, string text, Duration validFor, IAttemptSink sink)
    {
        busy.Add();
        underWay[order.DeliveryId] = "";
        try
        {
            var callback = order.Profile.Receipts ? $"{options.WebhookUrl!.ToString().TrimEnd('/')}/webhooks/twilio/{Uri.EscapeDataString(Name)}/status?delivery={order.DeliveryId:N}" : null;
            var answer = await sender.SendAsync(order.From ?? options.Sender, order.Number, text, callback, validFor < LongValidity ? validFor.ToTimeSpan() : null);
            Heed(answer);
            underWay.TryRemove(order.DeliveryId, out var told);
            Tell(sink, answer.Kind == TwilioAnswerKind.Unclear && told is { Length: > 0 } ? TwilioAnswer.Taken(told) : answer, time.GetCurrentInstant());
        }
        catch (Exception e)
        {
            SendFailed(Name, order.DeliveryId, e);
            sink.Ended(SubmitReport.Unknown("failed", "The submission failed in this service; whether the provider has the message is not known.", time.GetCurrentInstant()));
        }
        finally
        {
            underWay.TryRemove(order.DeliveryId, out _);
            busy.Remove();
        }
    }

    private static void Tell(IAttemptSink sink, TwilioAnswer answer, Instant now)
    {
        if (answer.Kind == TwilioAnswerKind.Taken)
            sink.Acknowledged(now, [answer.Id!]);
        else if (answer.Kind == TwilioAnswerKind.NotTaken)
            sink.NothingLeft(ReasonCode.Channel, Duration.FromTimeSpan(answer.Pause));
        else if (answer.Kind == TwilioAnswerKind.Refused)
            sink.Ended(Refused(answer, now));
        else
            sink.Ended(SubmitReport.Unknown("unanswered", "The provider gave no clear answer; whether it has the message is not known.", now));
    }

    private static AttemptOutcome Refused(TwilioAnswer answer, Instant now) => new()
    {
        Result = DeliveryResult.NotDelivered,
        EndedAt = now,
        SentAt = now,
        ReasonCode = $"twilio_{answer.Code}",
        Reason = $"The provider refused the message with its code {answer.Code}.",
        Diagnostics = $$"""{"code":"{{answer.Code}}"}""",
    };

    private void Heed(TwilioAnswer answer)
    {
        if (answer.Pause <= TimeSpan.Zero)
            return;
        lastCode = answer.Code;
        Volatile.Write(ref pausedUntil, (time.GetUtcNow() + answer.Pause).UtcTicks);
        resume.Change(answer.Pause + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        Pausing(Name, answer.Pause, answer.Code);
    }
}
