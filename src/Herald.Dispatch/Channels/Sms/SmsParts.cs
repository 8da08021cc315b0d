using Herald.Smpp.Inbound;
using Herald.Smpp.Text;
using Herald.Store.Inbound;
using NodaTime;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>Parts of messages between the account and the store.</summary>
internal static class SmsParts
{
    public static KeptPart Keep(Guid account, InboundPart part, Instant now) => new(
        account, SmsNumbers.E164(part.From), part.To, part.Wide, part.Reference, part.Total, part.Number, part.DataCoding, part.Octets.ToArray(), now);

    /// <summary>The message they make, of the moment its first part came; the same parts always make the same.</summary>
    public static InboundMessage Join(string transport, IReadOnlyList<KeptPart> parts, SmsAlphabet smscDefault)
    {
        var first = parts[0];
        var joined = Herald.Smpp.Inbound.InboundMessage.Join([.. parts.Select(Part)], smscDefault);
        var at = parts.Min(part => part.At);
        return new InboundMessage(transport, first.From, first.To, joined.Text ?? "", at, $"{first.AccountId:N}-{first.From}-{first.Reference}-{at.ToUnixTimeMilliseconds()}");
    }

    private static InboundPart Part(KeptPart part) =>
        new(part.From, part.To, part.Wide, (ushort)part.Reference, part.Total, part.Number, (byte)part.DataCoding, part.Content);
}
