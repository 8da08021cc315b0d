using Herald.Core.Deliveries;

namespace Herald.Store.Consents;

/// <summary>The numbers of msdynmkt_contactpointconsent4.</summary>
internal static class ConsentRow
{
    private const long OptedIn = 534120001;
    private const long OptedOut = 534120002;
    public const long FirstSource = 534120000;

    public static long TypeOf(Channel channel) => channel == Channel.Sms ? 534120001 : 534120003;

    public static long ValueOf(ConsentEntry entry) => entry.OptedOut ? OptedOut : OptedIn;
}
