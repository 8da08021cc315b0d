using System.Globalization;
using Herald.Smpp.Accounts;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>An account at one moment in a sentence, for /health and the console.</summary>
internal static class SmsStatus
{
    public static string Sentence(SmppStatus status)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{status.BindsUp} of {status.BindsWanted} binds up, {status.InFlight} of {status.Window} in flight, {status.Throttles} throttled, {status.Unanswered} unanswered, {status.Drops} drops, {status.Receipts} receipts.");
        if (status.IsThrottled)
            text += " Pausing because the provider asked for it.";
        if (status.BindsUp < status.BindsWanted && status.LastEnds.FirstOrDefault(end => end.Length > 0) is { } end)
            text += $" A bind last ended: {end}";
        return text;
    }
}
