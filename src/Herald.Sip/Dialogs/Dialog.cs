using Herald.Sip.Messages;

namespace Herald.Sip.Dialogs;

/// <summary>The peer-to-peer relation of RFC 3261 §12, seen from our side.</summary>
internal sealed class Dialog
{
    private readonly string local;
    private readonly string remote;
    private readonly List<string> routes;
    private uint sequence;

    private Dialog(string callId, string local, string localTag, string remote, string remoteTag, string target, List<string> routes, uint sequence)
    {
        (CallId, this.local, LocalTag, this.remote, RemoteTag, Target, this.routes, this.sequence) =
            (callId, local, localTag, remote, remoteTag, target, routes, sequence);
    }

    public string CallId { get; }

    public string LocalTag { get; }

    public string RemoteTag { get; }

    /// <summary>The peer's Contact; a re-INVITE or its answer may change it (target refresh).</summary>
    public string Target { get; set; }

    /// <summary>Highest CSeq seen from the peer; lower ones are out of order (RFC 3261 §12.2.2).</summary>
    public uint RemoteSequence { get; set; }

    /// <summary>Key among an endpoint's dialogs.</summary>
    public string Key => KeyOf(CallId, LocalTag);

    public static string KeyOf(string callId, string localTag) => callId + "|" + localTag;

    /// <summary>Ours by their answer (§12.1.2): Record-Route backwards. Null without To tag or Contact.</summary>
    public static Dialog? From(SipRequest invite, SipResponse response)
    {
        if (response.To?.Tag is not { } remoteTag)
            return null;
        var routes = response.Headers.List(HeaderNames.RecordRoute);
        routes.Reverse();
        var target = response.ContactUri?.ToString() ?? invite.Uri;
        return new(response.CallId, invite.Headers[HeaderNames.From]!, invite.From!.Tag!, response.Headers[HeaderNames.To]!, remoteTag, target, routes, invite.CSeq!.Value.Number);
    }

    /// <summary>Theirs by our answer (§12.1.1): Record-Route as it stands. Null without From tag or Contact.</summary>
    public static Dialog? From(SipRequest invite, string localTag)
    {
        if (invite.ContactUri is not { } contact || invite.From?.Tag is not { } remoteTag)
            return null;
        var local = invite.Headers[HeaderNames.To]! + ";tag=" + localTag;
        return new(invite.CallId, local, localTag, invite.Headers[HeaderNames.From]!, remoteTag, contact.ToString(), invite.Headers.List(HeaderNames.RecordRoute), 0)
        {
            RemoteSequence = invite.CSeq!.Value.Number,
        };
    }

    /// <summary>A request inside the dialog, all but Via (§12.2.1.1). ACK and CANCEL repeat the INVITE's number.</summary>
    public SipRequest Request(string method, uint? number = null)
    {
        var strict = routes.Count > 0 && NameAddr.Parse(routes[0])?.Uri?.Params.Has("lr") == false;
        var uri = strict ? NameAddr.Parse(routes[0])!.Address : Target;
        var request = new SipRequest(method, uri);
        request.Headers.Add(HeaderNames.MaxForwards, "70");
        request.Headers.Add(HeaderNames.Route, strict ? [.. routes.Skip(1), "<" + Target + ">"] : routes);
        request.Headers.Add(HeaderNames.From, local);
        request.Headers.Add(HeaderNames.To, remote);
        request.Headers.Add(HeaderNames.CallId, CallId);
        request.Headers.Add(HeaderNames.CSeq, new CSeq(number ?? ++sequence, method).ToString());
        return request;
    }

    /// <summary>A fresh number for a request that is sent anew, with credentials.</summary>
    public void Renumber(SipRequest request) => request.Headers.Set(HeaderNames.CSeq, new CSeq(++sequence, request.Method).ToString());

    /// <summary>Goes on counting where the early dialog of the same fork stopped.</summary>
    public Dialog After(Dialog? early)
    {
        sequence = Math.Max(sequence, early?.sequence ?? 0);
        return this;
    }

    /// <summary>Where a request of this dialog goes first.</summary>
    public string NextUri => routes.Count > 0 ? NameAddr.Parse(routes[0])?.Address ?? Target : Target;

    /// <summary>For Replaces (RFC 3891 §3), as the peer of this dialog knows it.</summary>
    public string ReplacesValue => $"{CallId};to-tag={RemoteTag};from-tag={LocalTag}";
}
