using System.Globalization;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;

namespace Herald.Smpp.Inbound;

internal static class ReceiptParser
{
    private static readonly string[] DateForms = ["yyMMddHHmm", "yyMMddHHmmss", "yyyyMMddHHmmss"];

    /// <summary>
    /// esm_class says receipt, or both receipt TLVs are there. A text alone that looks like one is not enough: a customer could write it.
    /// </summary>
    public static bool IsReceipt(Delivery delivery) =>
        EsmClass.IsReceipt(delivery.EsmClass) || delivery is { ReceiptedId.Length: > 0, State: not null };

    /// <summary>Null: no message id in either form, so it can belong to nothing.</summary>
    public static DeliveryReceipt? Parse(Delivery delivery, ReceiptRules rules, SmsAlphabet smscDefault)
    {
        var header = EsmClass.HasUserDataHeader(delivery.EsmClass) ? UserDataHeader.Read(delivery.Content).Length : 0;
        var fields = ReceiptText.Read(TextDecoder.Decode(delivery.DataCoding, delivery.Content.AsSpan(header), smscDefault) ?? "");
        var textId = fields.GetValueOrDefault("id", "");
        var keys = Keys(delivery.ReceiptedId, textId, rules);
        if (keys.Length == 0)
            return null;
        return new DeliveryReceipt(
            keys,
            string.IsNullOrEmpty(delivery.ReceiptedId) ? textId : delivery.ReceiptedId,
            ReceiptStates.Of(delivery.State) ?? ReceiptStates.Of(fields.GetValueOrDefault("stat", "")) ?? Unsaid(delivery.EsmClass),
            fields.GetValueOrDefault("err") ?? delivery.NetworkError?.ToString("X6", CultureInfo.InvariantCulture) ?? "",
            Date(fields.GetValueOrDefault("submit date"), rules.DateOffset),
            Date(fields.GetValueOrDefault("done date"), rules.DateOffset),
            delivery.Source.Number,
            delivery.Destination.Number);
    }

    private static ReceiptState Unsaid(byte esmClass) =>
        EsmClass.IsIntermediate(esmClass) ? ReceiptState.Enroute : ReceiptState.Unknown;

    private static string[] Keys(string? tlvId, string textId, ReceiptRules rules)
    {
        var keys = new List<string>(2);
        if (!string.IsNullOrWhiteSpace(tlvId))
            keys.Add(MessageIdKey.Of(tlvId, rules.AnswerIds));
        if (textId.Length > 0 && MessageIdKey.Of(textId, rules.ReceiptIds) is var key && !keys.Contains(key))
            keys.Add(key);
        return [.. keys];
    }

    private static DateTimeOffset? Date(string? digits, TimeSpan offset) =>
        DateTime.TryParseExact(digits, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date > DateTime.MinValue.AddDays(1) && date < DateTime.MaxValue.AddDays(-1)
            ? new DateTimeOffset(date, offset)
            : null;
}
