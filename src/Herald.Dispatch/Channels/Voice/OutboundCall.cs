using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Core.Templates;
using Herald.Dispatch.Agents;
using Herald.Sip;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>One attempt on the line: hears what happens to its call, listens who answered, lets the agent talk, reports the end.</summary>
internal sealed partial class OutboundCall : IDisposable
{
    private static readonly Duration AfterNothingLeft = Duration.FromSeconds(1);

    private readonly CallParts parts;
    private readonly AttemptOrder order;
    private readonly IAttemptSink sink;
    private readonly Call call;
    private readonly CallLine line;
    private readonly Heard heard;
    private readonly AnsweredBy answeredBy;
    private readonly AgentCall about;
    private IAsyncDisposable? recording;
    private Task talking = Task.CompletedTask;
    private (TalkEnd End, string? Failure) talk;
    private MachineEnd machine;
    private volatile bool stopping;
    private bool answered;

    public OutboundCall(CallParts parts, AttemptOrder order, IAttemptSink sink, Call call, ProgressOptions? progress)
    {
        (this.parts, this.order, this.sink, this.call) = (parts, order, sink, call);
        line = new CallLine(call, parts.Voices, order.Engagement.Workstream?.Language);
        heard = new Heard(progress);
        answeredBy = new AnsweredBy(heard, line, progress, parts.Time);
        about = AgentCall.Of(order);
    }

    /// <summary>Completes with the end, once it is reported.</summary>
    public async Task<CallEnd> RunAsync()
    {
        await foreach (var happened in call.Events)
            Hear(happened);
        var end = await call.Ended;
        line.End();
        await talking;
        if (recording is not null)
            await recording.DisposeAsync();
        Report(end);
        return end;
    }

    /// <summary>The process stops: hangs up, or cancels while it rings.</summary>
    public void Stop()
    {
        stopping = true;
        _ = call.HangUpAsync();
    }

    public void Dispose() => line.Dispose();

    private void Hear(CallEvent happened)
    {
        switch (happened)
        {
            case CallEvent.Progress(_, var told) when !answered:
                heard.BeforeAnswer(told);
                parts.Meter.Verdict(heard.Early, told.After, early: true);
                if (AnsweredCalls.BeforeAnswer(heard.Early) is not null)
                    _ = call.HangUpAsync();
                break;
            case CallEvent.Progress(var at, var told):
                heard.AfterAnswer(told, Instant.FromDateTimeOffset(at));
                if (told.Kind != ProgressKind.Beep)
                    parts.Meter.Verdict(heard.Verdict, told.After, early: false);
                break;
            case CallEvent.Dtmf(_, var key):
                line.Press(key);
                break;
            case CallEvent.Answered(var at):
                Answered(Instant.FromDateTimeOffset(at));
                break;
        }
    }

    private void Answered(Instant at)
    {
        answered = true;
        sink.Connected(at);
        if (order.Engagement.Workstream?.Record == true)
            recording = parts.Recordings.Begin(call, order.DeliveryId);
        talking = Task.Run(TalkAsync);
    }

    private async Task TalkAsync()
    {
        try
        {
            if (await AgentSpeaksAsync())
                talk = await parts.Talk.RunAsync(order.Engagement.Workstream?.Agent, call, line, about);
        }
        catch (OperationCanceledException) when (line.Over.IsCancellationRequested)
        {
            // The call was over first.
        }
        catch (AgentFailedException e)
        {
            talk = (TalkEnd.Failed, e.Message);
        }
        catch (Exception e)
        {
            TalkBroke(parts.Log, order.DeliveryId, e);
            talk = (TalkEnd.Failed, "it broke off.");
        }
        finally
        {
            _ = call.HangUpAsync();
        }
    }

    /// <summary>False: there is nobody for the agent to speak to, and what there was to do is done.</summary>
    private async Task<bool> AgentSpeaksAsync() => await answeredBy.WaitAsync() switch
    {
        LineVerdict.Fax or LineVerdict.SpecialTones or LineVerdict.BusyTone => false,
        LineVerdict.Machine => await MachineAsync(order.Engagement.Machines),
        _ => true,
    };

    private async Task<bool> MachineAsync(MachineTreatment treatment)
    {
        var leaves = treatment.LeavesMessage(order.IsLast);
        if (treatment.Action is not null && !leaves)
        {
            machine = MachineEnd.HungUp;
            return false;
        }

        machine = leaves ? MachineEnd.MessageCut : MachineEnd.AgentSpoke;
        // Who presses a key while we wait for the beep is a person with a long greeting.
        if (!await answeredBy.BeepAsync() || !leaves)
            return true;
        await line.SpeakAsync(MessageTemplate.Parse(treatment.Message!).Render(order.Contact, order.Number), keysStop: false, line.Over);
        machine = MachineEnd.MessageLeft;
        return false;
    }

    private void Report(CallEnd end)
    {
        parts.Meter.Ended(end);
        if (end.Kind == CallEndKind.NothingLeft)
        {
            sink.NothingLeft(ReasonCode.NotSent, AfterNothingLeft);
            return;
        }

        sink.Ended(CallReport.Of(end, call.CallId, new CallFacts(
            heard, line.FirstKey.IsCompleted, talk.End, machine, talk.Failure, stopping, about.Results.Snapshot())));
    }

    [LoggerMessage(1741, LogLevel.Error, "The talk of delivery {DeliveryId} broke off")]
    private static partial void TalkBroke(ILogger log, Guid deliveryId, Exception e);
}
