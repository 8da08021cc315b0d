using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

internal sealed partial class SmppBind
{
    /// <summary>deliver_sm and data_sm being handled; more are answered "temporarily not", so that reading never stalls on a slow handler.</summary>
    private const int MaxUnhandled = 1_000;

    /// <summary>Well-framed nonsense in a row that ends the session.</summary>
    private const int MaxMalformedInARow = 10;

    private readonly FrameBuffer frames = new();
    private AnswerBatch? answers; // of the read under way
    private int unhandled;
    private int malformedInARow;

    /// <summary>Reads until the session ends.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<string> RunAsync()
    {
        try
        {
            while (!closing.IsCancellationRequested)
            {
                var count = await stream.ReadAsync(frames.Free(), closing.Token);
                if (count == 0)
                {
                    Close(leaving ?? "closed by the SMSC");
                    break;
                }
                Volatile.Write(ref lastHeard, time.GetTimestamp());
                frames.Filled(count);
                // What the answers let loose leaves in one call with everything else this read brings about, without a hop to another thread.
                output.Hold();
                try
                {
                    ReadFrames();
                }
                finally
                {
                    output.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            Close($"read failed: {e.Message}");
        }
        return endReason ?? "closed";
    }

    private void ReadFrames()
    {
        var fault = PduFault.None;
        answers = null;
        while (endReason is null && frames.TryNext(out var frame, out fault))
        {
            var bodyFault = PduView.Read(frame, out var pdu);
            malformedInARow = bodyFault == PduFault.None ? 0 : malformedInARow + 1;
            if (bodyFault != PduFault.None)
                counters.MalformedPdu();
            if (malformedInARow > MaxMalformedInARow)
                Close($"malformed PDUs in a row, the last: {bodyFault}");
            else if (Pdu.IsResponse(pdu.Command))
                OnAnswer(pdu, bodyFault);
            else if (bodyFault != PduFault.None)
                OnMalformedRequest(pdu, bodyFault);
            else
                OnRequest(pdu);
        }
        answers?.Execute();
        if (fault == PduFault.None)
            return;
        counters.MalformedPdu();
        Close($"malformed stream: {fault}"); // no way to find the next PDU
    }

    private void OnAnswer(in PduView pdu, PduFault fault)
    {
        PendingRequest? request;
        bool late;
        lock (output.Gate)
        {
            request = window.Take(pdu.Sequence, pdu.Command, out late);
            // Here and not where the answer is awaited: a receipt may follow the bind's answer in the same packet.
            if (request?.Command == settings.Kind && !late && pdu.Status == StatusCode.ESME_ROK && pdu.Command != CommandId.generic_nack && endReason is null)
                state = settings.StateWhenBound;
        }
        if (request is null)
        {
            counters.UnknownAnswer();
            LogUnknownAnswer(settings.SystemId, pdu.Command, pdu.Sequence);
            return;
        }
        if (request.Command == CommandId.submit_sm)
            Volatile.Write(ref unansweredInARow, 0);
        // generic_nack says no even with status 0, which §4.3.1 does not allow.
        var status = pdu.Command == CommandId.generic_nack && pdu.Status == StatusCode.ESME_ROK ? StatusCode.ESME_RUNKNOWNERR : pdu.Status;
        // An acceptance whose id cannot be read is an acceptance.
        var id = status == StatusCode.ESME_ROK && fault == PduFault.None ? pdu.Text(Parameter.message_id) : "";
        if (!late)
        {
            (answers ??= new AnswerBatch(owner)).Add(request, new Answer(AnswerFate.Answered, status, id));
            return;
        }
        counters.LateAnswer();
        if (request.Command == CommandId.submit_sm)
            owner.OnLateAnswer(new LateAnswer(request.Reference, request.Part, (uint)status, id));
    }

    // The sender learns that this one PDU was not understood; dropping the bind for it would have the SMSC send it again for ever.
    private void OnMalformedRequest(in PduView pdu, PduFault fault)
    {
        LogMalformed(settings.SystemId, pdu.Command, fault);
        if (pdu.Command is CommandId.deliver_sm or CommandId.data_sm)
            Respond(Pdu.AnswerTo(pdu.Command), StatusCode.ESME_RINVCMDLEN, pdu.Sequence);
        else
            Respond(CommandId.generic_nack, fault == PduFault.UnknownCommand ? StatusCode.ESME_RINVCMDID : StatusCode.ESME_RINVCMDLEN, pdu.Sequence);
    }

    private void OnRequest(in PduView pdu)
    {
        var allowed = pdu.Definition!.FromSmsc;
        if (allowed == SessionStates.None)
            Respond(CommandId.generic_nack, StatusCode.ESME_RINVCMDID, pdu.Sequence);
        else if ((allowed & state) == 0)
            Respond(CommandTable.Find(Pdu.AnswerTo(pdu.Command)) is { } answer ? answer.Id : CommandId.generic_nack, StatusCode.ESME_RINVBNDSTS, pdu.Sequence);
        else if (pdu.Command is CommandId.deliver_sm or CommandId.data_sm)
            OnDelivery(pdu);
        else if (pdu.Command == CommandId.enquire_link)
            Respond(CommandId.enquire_link_resp, StatusCode.ESME_ROK, pdu.Sequence);
        else if (pdu.Command == CommandId.unbind)
            OnUnbind(pdu.Sequence);
        // alert_notification has no answer (§4.12) and nothing to tell us.
    }

    private void OnDelivery(in PduView pdu)
    {
        var (response, sequence) = (Pdu.AnswerTo(pdu.Command), pdu.Sequence);
        if (Volatile.Read(ref unhandled) >= MaxUnhandled)
        {
            Respond(response, StatusCode.ESME_RX_T_APPN, sequence);
            return;
        }
        // Counted until it is answered: a stop waits for the count, and its unbind must not overtake the answer.
        Interlocked.Increment(ref unhandled);
        var handling = owner.OnDeliveryAsync(Delivery.From(pdu));
        if (handling.IsCompletedSuccessfully)
            RespondHandled(response, handling.Result, sequence);
        else
            _ = RespondWhenHandledAsync(handling, response, sequence);
    }

    private async Task RespondWhenHandledAsync(ValueTask<StatusCode> handling, CommandId response, uint sequence) =>
        RespondHandled(response, await handling, sequence);

    private void RespondHandled(CommandId response, StatusCode status, uint sequence)
    {
        Respond(response, status, sequence);
        Interlocked.Decrement(ref unhandled);
    }

    private void OnUnbind(uint sequence)
    {
        leaving ??= "unbound by the SMSC";
        Respond(CommandId.unbind_resp, StatusCode.ESME_ROK, sequence);
        owner.OnSlotFreed();
        _ = PartAsync();
    }

    private async Task PartAsync()
    {
        await Task.Delay(Parting, time, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Close(leaving!);
    }
}
