using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;

namespace Herald.Smpp.Accounts;

/// <summary>A message to the submit_sm it takes.</summary>
internal static class MessageParts
{
    /// <summary>Octets of a message_payload that fit a PDU beside everything else.</summary>
    private const int MaxPayload = Pdu.MaxLength - Pdu.WriteLength;

    /// <param name="message">The message.</param>
    /// <param name="options">How the account sends.</param>
    /// <param name="reference">Of the concatenation.</param>
    /// <param name="now">Relative times count from it.</param>
    /// <param name="parts">What to submit.</param>
    /// <param name="segments">What it costs of a rate: more than the parts where the SMSC cuts.</param>
    /// <returns>The status an SMSC would refuse the message with, ESME_ROK when there are parts.</returns>
    public static StatusCode TryPlan(
        OutboundMessage message, SmppAccountOptions options, ushort reference, DateTimeOffset now, out SubmitSm[] parts, out int segments)
    {
        parts = [];
        segments = 0;
        if (Addresses.Source(message.From, message.FromKind ?? Addresses.KindOf(message.From), options) is not { } source)
            return StatusCode.ESME_RINVSRCADR;
        if (Addresses.Destination(message.To) is not { } destination)
            return StatusCode.ESME_RINVDSTADR;
        var text = SmppText.Segment(message.Text, options.Text);
        if (text.SegmentCount > SmppText.MaxSegments || text.Parts[0].Length > MaxPayload)
            return StatusCode.ESME_RINVMSGLEN;

        segments = text.SegmentCount;
        var whole = new SubmitSm
        {
            ServiceType = options.ServiceType,
            Source = source,
            Destination = destination,
            ScheduleDeliveryTime = Time(message.DeliverAt, options, now),
            ValidityPeriod = Time(message.ValidUntil, options, now),
            Receipt = message.Receipt,
            DataCoding = text.DataCoding,
            Body = text.Parts[0],
            AsPayload = options.Text.Concatenation == SmsConcatenation.Payload,
        };
        parts = text.Parts.Count == 1 ? [whole] : [.. text.Parts.Select((body, i) => Part(whole, body, options.Text.Concatenation, reference, text.Parts.Count, i + 1))];
        return StatusCode.ESME_ROK;
    }

    private static SubmitSm Part(SubmitSm whole, ReadOnlyMemory<byte> body, SmsConcatenation concatenation, ushort reference, int total, int number) =>
        concatenation == SmsConcatenation.Sar
            ? whole with { Body = body, Sar = new Sar(reference, (byte)total, (byte)number) }
            : whole with { Body = body, Header = UserDataHeader.Write(concatenation, reference, total, number) };

    private static string Time(DateTimeOffset? at, SmppAccountOptions options, DateTimeOffset now) =>
        at is null ? "" : options.RelativeTimes ? SmppTime.Relative(at.Value - now) : SmppTime.Absolute(at.Value);
}
