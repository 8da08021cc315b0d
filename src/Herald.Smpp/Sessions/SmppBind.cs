using Herald.Smpp.Protocol;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Sessions;

/// <summary>One SMPP session over one connection, from bind to its end; it never comes back. Reading and answering is in SmppBind.Reading.cs.</summary>
internal sealed partial class SmppBind : IAsyncDisposable
{
    /// <summary>Octets we keep for a peer that sends but does not read.</summary>
    private const int MaxUnread = 1024 * 1024;

    /// <summary>How long the SMSC has to send outstanding answers and close, once it has unbound.</summary>
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    /// <summary>How long a stop waits for handlers, and then for the answer to unbind.</summary>
    private static readonly TimeSpan UnbindTimeout = TimeSpan.FromSeconds(3);

    private const string Silence = "submits were not answered";

    private readonly BindSettings settings;
    private readonly Stream stream;
    private readonly TimeProvider time;
    private readonly IBindOwner owner;
    private readonly BindCounters counters;
    private readonly ILogger logger;
    private readonly OutputBuffer output;
    private readonly AnswerWindow window;
    private readonly CancellationTokenSource closing = new();
    private readonly ITimer heartbeat;
    private SessionStates state = SessionStates.Open;
    private string? leaving; // why, once either side has said unbind
    private bool enquiring;
    private string? endReason;
    private int unansweredInARow;
    private long lastHeard;

    public SmppBind(BindSettings settings, Stream stream, IBindOwner owner, BindCounters counters, TimeProvider time, ILogger logger)
    {
        this.settings = settings;
        this.stream = stream;
        this.owner = owner;
        this.counters = counters;
        this.time = time;
        this.logger = logger;
        output = new OutputBuffer(stream, e => Close($"write failed: {e.Message}"));
        window = new AnswerWindow(settings.Window);
        lastHeard = time.GetTimestamp();
        var shortest = settings.ResponseTimeout < settings.EnquireLinkInterval ? settings.ResponseTimeout : settings.EnquireLinkInterval;
        var beat = TimeSpan.FromMilliseconds(Math.Clamp(shortest.TotalMilliseconds / 10, 10, 1_000));
        heartbeat = time.CreateTimer(_ => Beat(), null, beat, beat);
    }

    /// <summary>Whether the session was ended because the SMSC answered no submits.</summary>
    public bool WasSilent => endReason == Silence;

    public bool IsBound => (state & SessionStates.Bound) != 0;

    public int InFlight => window.InFlight;

    /// <summary>submit_sm that may be written now.</summary>
    public int FreeSlots
    {
        get
        {
            lock (output.Gate)
                return CanSend ? window.Free : 0;
        }
    }

    private int MaxUnansweredInARow => Math.Max(settings.Window, 5);

    private bool CanSend => (state & SessionStates.Sending) != 0 && leaving is null && endReason is null;

    /// <summary>Needs <see cref="RunAsync"/> running, which reads the answer.</summary>
    public Task<Answer> BindAsync() =>
        RequestAsync(settings.Kind, (target, sequence) =>
        {
            var pdu = new PduWriter(target, settings.Kind, StatusCode.ESME_ROK, sequence);
            pdu.Text(Parameter.system_id, settings.SystemId);
            pdu.Text(Parameter.password, settings.Password);
            pdu.Text(Parameter.system_type, settings.SystemType);
            pdu.Octet(Parameter.interface_version, 0x34); // §5.2.4
            return pdu.Finish();
        });

    /// <summary>False: no slot, or not bound for sending; nothing was written.</summary>
    public bool TrySubmit(SubmitSm message, string reference, int part, out Task<Answer> answer)
    {
        lock (output.Gate)
        {
            if (!CanSend || window.Free <= 0)
            {
                answer = Task.FromResult(Answer.NeverLeft);
                return false;
            }
            var sequence = window.NextSequence();
            var size = message.Write(output.Reserve(message.MaxLength), sequence);
            var request = new PendingRequest(CommandId.submit_sm, output.Commit(size), time.GetTimestamp(), reference, part);
            window.Add(sequence, request);
            answer = request.Task;
            return true;
        }
    }

    /// <summary>Takes no more submits, lets what is being handled be answered, says unbind and closes when that is answered; each within its time.</summary>
    public async Task UnbindAsync()
    {
        leaving ??= "unbound";
        for (var started = time.GetTimestamp(); Volatile.Read(ref unhandled) > 0 && IsBound && time.GetElapsedTime(started) < UnbindTimeout;)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time);
        if (IsBound)
        {
            var answer = RequestAsync(CommandId.unbind, (target, sequence) => new PduWriter(target, CommandId.unbind, StatusCode.ESME_ROK, sequence).Finish());
            await ((Task)answer).WaitAsync(UnbindTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        Close("unbound");
    }

    /// <summary>Ends the session; what waits for an answer learns whether it ever left.</summary>
    public void Close(string reason)
    {
        List<PendingRequest> open;
        long handedOver;
        lock (output.Gate)
        {
            if (endReason is not null)
                return;
            endReason = reason;
            state = SessionStates.None;
            output.Close();
            handedOver = output.HandedOver;
            open = window.TakeAll();
        }
        heartbeat.Dispose();
        closing.Cancel();
        var fates = new AnswerBatch(owner);
        open.ForEach(request => fates.Add(request, request.Position >= handedOver ? Answer.NeverLeft : Answer.Missing));
        fates.GiveOut();
        owner.OnSlotFreed();
    }

    public async ValueTask DisposeAsync()
    {
        Close("disposed");
        await stream.DisposeAsync();
        closing.Dispose();
    }

    private Task<Answer> RequestAsync(CommandId command, Func<Span<byte>, uint, int> write)
    {
        lock (output.Gate)
        {
            if (endReason is not null)
                return Task.FromResult(Answer.NeverLeft);
            var sequence = window.NextSequence();
            var size = write(output.Reserve(Pdu.WriteLength), sequence);
            var request = new PendingRequest(command, output.Commit(size), time.GetTimestamp(), "", 0);
            window.Add(sequence, request);
            return request.Task;
        }
    }

    private void Respond(CommandId response, StatusCode status, uint sequence)
    {
        lock (output.Gate)
        {
            if (endReason is null && output.Waiting < MaxUnread)
            {
                output.Commit(new PduWriter(output.Reserve(Pdu.WriteLength), response, status, sequence).Finish());
                return;
            }
        }
        Close("the peer does not read");
    }

    // Timeouts and enquire_link by one timer a bind: a timer a request would cost more than the request.
    private void Beat()
    {
        var now = time.GetTimestamp();
        List<PendingRequest> old;
        bool idle;
        lock (output.Gate)
        {
            old = window.GiveUp(now - (long)(settings.ResponseTimeout.TotalSeconds * time.TimestampFrequency));
            // With a request outstanding its own timeout speaks; a mute peer must not be asked twice.
            idle = IsBound && !enquiring && time.GetElapsedTime(Volatile.Read(ref lastHeard), now) >= settings.EnquireLinkInterval;
            enquiring |= idle;
        }
        var fates = new AnswerBatch(owner);
        old.ForEach(request => fates.Add(request, Answer.Missing));
        fates.GiveOut();
        // Each of them is a message nobody may send again: an SMSC that answers probes but no submits must not be fed more.
        if (Interlocked.Add(ref unansweredInARow, old.Count(request => request.Command == CommandId.submit_sm)) >= MaxUnansweredInARow)
            Close(Silence);
        if (idle)
            _ = EnquireAsync();
    }

    private async Task EnquireAsync()
    {
        var answer = await RequestAsync(CommandId.enquire_link,
            (target, sequence) => new PduWriter(target, CommandId.enquire_link, StatusCode.ESME_ROK, sequence).Finish());
        enquiring = false;
        if (answer.Fate == AnswerFate.Missing)
            Close("enquire_link was not answered");
    }
}
