using Herald.Sip.Core;
using Herald.Sip.Dialogs;
using Herald.Sip.Loop;
using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>A call that stands, until one side says goodbye. On the loop.</summary>
internal sealed partial class CallDialog : IDialogUser
{
    private readonly CallCore call;
    private readonly DialogSender sender;
    private readonly uint inviteNumber;
    private readonly TimeSpan maxDuration;
    private readonly SignalTimer longest;
    private bool over;

    public CallDialog(CallCore call, DialogSender sender, uint inviteNumber, TimeSpan maxDuration)
    {
        (this.call, this.sender, this.inviteNumber, this.maxDuration) = (call, sender, inviteNumber, maxDuration);
        call.Dialog = this;
        call.Stopping = () => HangUp();
        call.Sip.AddDialog(sender.Dialog.Key, this);
        longest = call.Sip.Loop.Timers.After(maxDuration, () => HangUp());
    }

    public string RemoteTag => sender.Dialog.RemoteTag;

    public Dialog Dialog => sender.Dialog;

    public CallCore Call => call;

    /// <summary>Sends the ACK of the 2xx, again for each repeat.</summary>
    public void Acknowledge() => sender.SendAck(sender.Dialog.Request("ACK", inviteNumber));

    /// <summary>Our goodbye. The call is over at once; the BYE goes on by itself.</summary>
    public void HangUp(CallEndKind kind = CallEndKind.HungUp, int code = 200, string? reason = null)
    {
        if (over)
            return;
        Close();
        sender.Bye(reason, () => call.Sip.RemoveDialog(sender.Dialog.Key));
        call.End(kind, code, by: Party.Us);
    }

    /// <summary>Another dialog carries the call on; this one says goodbye.</summary>
    public CallDialog ReplacedBy(DialogSender other)
    {
        Close();
        sender.Bye(null, () => call.Sip.RemoveDialog(sender.Dialog.Key));
        return new(call, other, 0, maxDuration);
    }

    private void Close()
    {
        over = true;
        longest.Cancel();
        refresh?.Cancel();
        repeat?.Cancel();
        transfer?.TrySetResult(0);
    }

    /// <summary>A refusal that says the dialog is gone ends it too (RFC 3261 §12.2.1.2).</summary>
    private void OnGone(int status)
    {
        if (over)
            return;
        Close();
        call.Sip.RemoveDialog(sender.Dialog.Key);
        call.End(CallEndKind.Lost, status);
    }
}
