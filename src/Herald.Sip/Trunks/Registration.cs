using System.Globalization;
using Herald.Sip.Core;
using Herald.Sip.Digest;
using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transports;

namespace Herald.Sip.Trunks;

/// <summary>Keeps one binding at a registrar (RFC 3261 §10.2). On the loop.</summary>
internal sealed class Registration(SipCore core, Trunk trunk)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly string callId = Ids.CallId();
    private readonly string tag = Ids.Tag();
    private uint sequence;
    private SignalTimer? next;
    private TimeSpan pause = TimeSpan.FromSeconds(2);
    private TimeSpan asked = trunk.Options.RegisterExpires;
    private bool leaving;

    public void Start() => Register(asked);

    /// <summary>Takes the binding away.</summary>
    public void Stop()
    {
        leaving = true;
        next?.Cancel();
        if (trunk.Unregistered is null)
            Register(TimeSpan.Zero);
    }

    private void Register(TimeSpan expires) => trunk.Resolve(hop =>
    {
        if (hop is null)
            Failed("its name is unknown");
        else
            Send(Write(hop, expires), hop, expires, 0);
    });

    private void Send(SipRequest request, Hop hop, TimeSpan expires, int tries) => _ = new Sending(core, request, hop, response =>
    {
        if (response.IsProvisional)
            return;
        if (response.Status is 401 or 407 && Credentials.Of(trunk.Options)?.Apply(response, request, tries) == true)
        {
            request.Headers.Set(HeaderNames.CSeq, new CSeq(++sequence, "REGISTER").ToString());
            Send(request, hop, expires, tries + 1);
        }
        else if (response.Status == 423 && Seconds(response.Headers["Min-Expires"]) is { } least && tries < 3) // §10.2.8
            Send(Write(hop, asked = least), hop, asked, tries + 1);
        else if (response.IsSuccess && !leaving)
            Registered(response, hop);
        else if (!leaving)
            Failed("the registrar answers " + response.Status.ToString(CultureInfo.InvariantCulture));
    }, why =>
    {
        if (!leaving)
            Failed("the registrar does not answer");
    });

    private void Registered(SipResponse response, Hop hop)
    {
        trunk.Unregistered = null;
        pause = TimeSpan.FromSeconds(2);
        var granted = Granted(response, hop) ?? asked;
        // Early enough for one lost refresh, and not more often than each second.
        var wait = TimeSpan.FromSeconds(Math.Max(1, granted.TotalSeconds > 64 ? granted.TotalSeconds - 32 : granted.TotalSeconds / 2));
        next = core.Loop.Timers.After(wait, Start);
    }

    private void Failed(string why)
    {
        trunk.Unregistered = why;
        next = core.Loop.Timers.After(pause, Start);
        pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
    }

    private SipRequest Write(Hop hop, TimeSpan expires)
    {
        var request = new SipRequest("REGISTER", "sip:" + trunk.Domain + trunk.TransportSuffix);
        var identity = $"<sip:{trunk.Options.Username}@{trunk.Domain}>";
        if (trunk.Route is { } route)
            request.Headers.Add(HeaderNames.Route, route);
        request.Headers.Add(HeaderNames.MaxForwards, "70");
        request.Headers.Add(HeaderNames.From, identity + ";tag=" + tag);
        request.Headers.Add(HeaderNames.To, identity);
        request.Headers.Add(HeaderNames.CallId, callId);
        request.Headers.Add(HeaderNames.CSeq, new CSeq(++sequence, "REGISTER").ToString());
        request.Headers.Add(HeaderNames.Contact, core.ContactFor(hop, trunk.Options.Username));
        request.Headers.Add(HeaderNames.Expires, ((int)expires.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(HeaderNames.UserAgent, core.Options.UserAgent);
        return request;
    }

    // The binding that is ours has its own expiry; the header is for those without (§10.2.4).
    private TimeSpan? Granted(SipResponse response, Hop hop)
    {
        var ours = core.Transport.LocalFor(hop);
        foreach (var value in response.Headers.List(HeaderNames.Contact))
            if (NameAddr.Parse(value) is { } contact && contact.Uri is { } uri && uri.Port == ours.Port && HostPort.Literal(uri.Host)?.Equals(ours.Address) == true)
                return Seconds(contact.Params["expires"]) ?? Seconds(response.Headers[HeaderNames.Expires]);
        return Seconds(response.Headers[HeaderNames.Expires]);
    }

    private static TimeSpan? Seconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;
}
