using System.Text;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;

namespace Herald.Smpp.Inbound;

/// <summary>Octets of one message or of the parts of one to an <see cref="InboundMessage"/>.</summary>
internal static class InboundDecoder
{
    /// <summary>Which part of which concatenation this is; total 1 for a message of its own.</summary>
    public static (PartKey Key, int Number, int Total) PlaceOf(Delivery delivery)
    {
        var header = HeaderOf(delivery);
        var (wide, reference, total, number) = header.Total > 0
            ? (header.Wide, header.Reference, header.Total, header.Number)
            : (true, delivery.Sar.Reference, delivery.Sar.Total, delivery.Sar.Number);
        return total <= 1 ? (default, 1, 1) : (new PartKey(delivery.Source.Text, delivery.Destination.Text, wide, reference, total), number, total);
    }

    public static InboundPart PartOf(Delivery delivery)
    {
        var (key, number, total) = PlaceOf(delivery);
        return new InboundPart(
            delivery.Source.Number, delivery.Destination.Number, key.Wide, key.Reference, total, number, delivery.DataCoding, delivery.Content.AsMemory(HeaderOf(delivery).Length));
    }

    /// <param name="parts">By number; null: missing. At least one is there.</param>
    /// <param name="smscDefault">What data_coding 0 stands for.</param>
    public static InboundMessage Join(IReadOnlyList<Delivery?> parts, SmsAlphabet smscDefault) =>
        Join([.. parts.Select(part => part is null ? null : PartOf(part))], smscDefault);

    /// <inheritdoc cref="Join(IReadOnlyList{Delivery}, SmsAlphabet)"/>
    public static InboundMessage Join(IReadOnlyList<InboundPart?> parts, SmsAlphabet smscDefault)
    {
        var first = parts.First(part => part is not null)!;
        var octets = new List<byte>();
        var run = new List<byte>();
        var text = new StringBuilder();
        var isText = true;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { } part)
                continue;
            run.AddRange(part.Octets.Span);
            // Neighbours of one data_coding are decoded together: phones do split surrogate pairs and escape sequences.
            if (i + 1 < parts.Count && parts[i + 1]?.DataCoding == part.DataCoding)
                continue;
            var words = TextDecoder.Decode(part.DataCoding, [.. run], smscDefault);
            isText &= words is not null;
            text.Append(words);
            octets.AddRange(run);
            run.Clear();
        }
        return new InboundMessage(
            first.From,
            first.To,
            isText ? text.ToString() : null,
            octets.ToArray(),
            first.DataCoding,
            parts.Count,
            parts.Count(part => part is null));
    }

    private static UserDataHeader HeaderOf(Delivery delivery) =>
        EsmClass.HasUserDataHeader(delivery.EsmClass) ? UserDataHeader.Read(delivery.Content) : default;
}
