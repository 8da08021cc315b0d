using System.Globalization;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>What a late answer says of its message: everything that is to be known then, for nothing of a delivery is held beyond its submit.</summary>
/// <param name="Parts">submit_sm the message takes.</param>
internal readonly record struct SmsReference(Guid DeliveryId, int Parts, bool Receipts)
{
    private const int IdLength = 32;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DeliveryId:N}-{Parts}{(Receipts ? "r" : "n")}");

    /// <summary>False: the text belongs to no delivery.</summary>
    public static bool TryRead(string reference, out SmsReference read)
    {
        read = default;
        if (reference.Length < IdLength + 3 || !Guid.TryParseExact(reference.AsSpan(0, IdLength), "N", out var id)
            || !int.TryParse(reference.AsSpan(IdLength + 1, reference.Length - IdLength - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var parts))
            return false;
        read = new SmsReference(id, parts, reference[^1] == 'r');
        return true;
    }
}
