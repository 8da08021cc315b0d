using System.Globalization;
using Herald.Sip.Core;
using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transactions;

namespace Herald.Sip.Trunks;

/// <summary>OPTIONS to a trunk at its interval: any answer but 408 and 503 shows it alive, two failures in a row show it dead. On the loop.</summary>
internal sealed class Probe(SipCore core, Trunk trunk)
{
    private readonly string callId = Ids.CallId();
    private uint sequence;
    private int failures;
    private SignalTimer? next;
    private bool stopped;

    public void Start() => trunk.Resolve(hop =>
    {
        if (stopped)
            return;
        if (hop is null)
        {
            Fail("its name is unknown", certain: true);
            return;
        }
        var request = new SipRequest("OPTIONS", "sip:" + trunk.Domain + trunk.TransportSuffix);
        var user = trunk.Options.Username.Length > 0 ? trunk.Options.Username : "herald";
        if (trunk.Route is { } route)
            request.Headers.Add(HeaderNames.Route, route);
        request.Headers.Add(HeaderNames.MaxForwards, "70");
        request.Headers.Add(HeaderNames.From, $"<sip:{user}@{HostPort.Write(core.Transport.LocalFor(hop).Address)}>;tag={Ids.Tag()}");
        request.Headers.Add(HeaderNames.To, $"<sip:{trunk.Domain}>");
        request.Headers.Add(HeaderNames.CallId, callId);
        request.Headers.Add(HeaderNames.CSeq, new CSeq(++sequence, "OPTIONS").ToString());
        request.Headers.Add(HeaderNames.Contact, core.ContactFor(hop, user));
        request.Headers.Add(HeaderNames.UserAgent, core.Options.UserAgent);
        _ = new Sending(core, request, hop, OnResponse, why =>
            Fail(why == TransactionFailure.Transport ? "the connection is refused" : "it does not answer OPTIONS", certain: why == TransactionFailure.Transport));
    });

    public void Stop()
    {
        stopped = true;
        next?.Cancel();
    }

    private void OnResponse(SipResponse response)
    {
        if (response.IsProvisional)
            return;
        if (response.Status is 408 or 503)
        {
            Fail("it answers OPTIONS with " + response.Status.ToString(CultureInfo.InvariantCulture), certain: false);
            return;
        }
        failures = 0;
        trunk.Dead = null;
        Again();
    }

    private void Fail(string why, bool certain)
    {
        if (++failures >= 2 || certain)
            trunk.Dead = why;
        Again();
    }

    private void Again()
    {
        if (!stopped)
            next = core.Loop.Timers.After(trunk.Options.KeepAlive, Start);
    }
}
