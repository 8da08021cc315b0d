using System.Globalization;
using Herald.Sip.Core;
using Herald.Sip.Messages;
using Herald.Sip.Transports;
using Herald.Sip.Trunks;

namespace Herald.Sip.Calls;

/// <summary>The first INVITE of a call through a trunk, all but its Via and body.</summary>
internal static class InviteRequest
{
    public static SipRequest Write(SipCore core, Trunk trunk, Hop hop, CallRequest call)
    {
        var uri = call.To.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || call.To.StartsWith("sips:", StringComparison.OrdinalIgnoreCase)
            ? call.To
            : $"sip:{Escape(call.To)}@{trunk.Domain}";
        // Carriers that know a registered user want the domain theirs; peers by address see ours.
        var home = trunk.Options.Domain ?? (trunk.Options.Register ? trunk.Domain : HostPort.Write(core.Transport.LocalFor(hop).Address));
        var identity = $"<sip:{Escape(call.From)}@{home}>";
        var from = call.Anonymous
            ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" // RFC 3323 §4.1.1.3
            : (call.DisplayName.Length > 0 ? Grammar.Quote(call.DisplayName) + " " : "") + identity;
        var request = new SipRequest("INVITE", uri);
        var headers = request.Headers;
        if (trunk.Route is { } route)
            headers.Add(HeaderNames.Route, route);
        headers.Add(HeaderNames.MaxForwards, "70");
        headers.Add(HeaderNames.From, from + ";tag=" + Ids.Tag());
        headers.Add(HeaderNames.To, "<" + uri + ">");
        headers.Add(HeaderNames.CallId, Ids.CallId());
        headers.Add(HeaderNames.CSeq, "1 INVITE");
        headers.Add(HeaderNames.Contact, core.ContactFor(hop, call.Anonymous ? "anonymous" : call.From));
        headers.Add(HeaderNames.Allow, "INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, NOTIFY, INFO");
        headers.Add(HeaderNames.Supported, "100rel, timer, replaces");
        if (core.Options.SessionExpires > TimeSpan.Zero)
        {
            headers.Add(HeaderNames.SessionExpires, ((int)core.Options.SessionExpires.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            headers.Add(HeaderNames.MinSE, "90");
        }
        if (trunk.Options.AssertIdentity)
            headers.Add(HeaderNames.PAssertedIdentity, identity); // RFC 3325 §9.1: within the trust domain, also when hidden
        if (call.Anonymous)
            headers.Add(HeaderNames.Privacy, "id");
        headers.Add(HeaderNames.UserAgent, core.Options.UserAgent);
        foreach (var (name, value) in call.Headers)
            headers.Add(name, value);
        return request;
    }

    /// <summary>The same again with the next number: an answered challenge (RFC 3261 §8.1.3.5).</summary>
    public static SipRequest Renumbered(SipRequest before)
    {
        var next = new SipRequest("INVITE", before.Uri) { Body = before.Body };
        foreach (var (name, value) in before.Headers)
            next.Headers.Add(name, value);
        next.Headers.Set(HeaderNames.CSeq, new CSeq(before.CSeq!.Value.Number + 1, "INVITE").ToString());
        return next;
    }

    private static string Escape(string user) =>
        Uri.EscapeDataString(user).Replace("%2B", "+", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);
}
