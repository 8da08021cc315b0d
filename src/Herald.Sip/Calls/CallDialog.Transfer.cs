using System.Globalization;
using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>Handing the person on (RFC 3515): REFER out, NOTIFY in.</summary>
internal sealed partial class CallDialog
{
    private TaskCompletionSource<int>? transfer;

    /// <summary>Final SIP status of the transfer as the peer reports it; 0 = the call ended before it said; the refusal of the REFER itself otherwise.</summary>
    public Task<int> Refer(string target)
    {
        if (over || transfer is { Task.IsCompleted: false })
            return Task.FromResult(over ? 0 : 491);
        var waiting = transfer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var refer = sender.Dialog.Request("REFER");
        refer.Headers.Add(HeaderNames.Contact, call.Sip.ContactFor(sender.Likely, ""));
        refer.Headers.Add(HeaderNames.ReferTo, "<" + target + ">");
        sender.Send(refer, response =>
        {
            if (!response.IsProvisional && !response.IsSuccess)
                waiting.TrySetResult(response.Status);
        }, _ => waiting.TrySetResult(408));
        return waiting.Task;
    }

    // The body is the status line of the peer's own call (message/sipfrag, RFC 3420).
    private void OnNotify(SipRequest notify)
    {
        if (transfer is null || notify.Headers[HeaderNames.Event]?.StartsWith("refer", StringComparison.OrdinalIgnoreCase) != true)
            return;
        var words = Encoding.UTF8.GetString(notify.Body.AsSpan(0, Math.Min(notify.Body.Length, 256))).Split(' ');
        if (words.Length >= 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status >= 200)
            transfer.TrySetResult(status);
        else if (notify.Headers[HeaderNames.SubscriptionState]?.StartsWith("terminated", StringComparison.OrdinalIgnoreCase) == true)
            transfer.TrySetResult(408);
    }
}
