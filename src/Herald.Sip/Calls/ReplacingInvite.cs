using Herald.Sip.Core;
using Herald.Sip.Dialogs;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;
using Herald.Sip.Transactions;

namespace Herald.Sip.Calls;

/// <summary>An INVITE that takes the place of a standing call's peer (RFC 3891): same call, other person.</summary>
internal static class ReplacingInvite
{
    /// <summary>The key of the dialog named by a Replaces header; null without one. Their to-tag is our local tag.</summary>
    public static string? Names(SipRequest invite)
    {
        if (invite.Headers[HeaderNames.Replaces] is not { } value)
            return null;
        var parts = value.Split(';', 2);
        var tag = parts.Length > 1 ? Parameters.Parse(parts[1])?["to-tag"] : null;
        return tag is null ? "" : Dialog.KeyOf(parts[0].Trim(), tag);
    }

    public static void Take(SipCore core, CallDialog standing, SipRequest invite, ServerTransaction transaction)
    {
        var tag = Ids.Tag();
        var asked = Parameters.Parse(invite.Headers[HeaderNames.Replaces]!.Split(';', 2)[1]);
        if (standing.Call.Media is not { } media || asked?["from-tag"] != standing.RemoteTag || Dialog.From(invite, tag) is not { } dialog)
        {
            transaction.Respond(SipResponse.Answering(invite, 481, tag));
            return;
        }
        if (!invite.HasSdp || SessionDescription.Parse(invite.Body) is not { } offer || standing.Call.Sdp?.Answer(offer) is not { } answer)
        {
            transaction.Respond(SipResponse.Answering(invite, 488, tag));
            return;
        }
        var response = SipResponse.Answering(invite, 200, tag);
        foreach (var route in invite.Headers.List(HeaderNames.RecordRoute))
            response.Headers.Add(HeaderNames.RecordRoute, route);
        response.Headers.Add(HeaderNames.Contact, core.ContactFor(transaction.From, ""));
        response.SetSdp(answer.Body);
        media.Apply(answer.Plan);
        var next = standing.ReplacedBy(new(core, dialog, null, transaction.From));
        transaction.Respond(response);
        next.RepeatUntilAck(transaction, response);
    }
}
