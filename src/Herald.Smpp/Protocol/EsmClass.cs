namespace Herald.Smpp.Protocol;

/// <summary>Bits of esm_class (SMPP 3.4 §5.2.12).</summary>
internal static class EsmClass
{
    /// <summary>Short message begins with a user data header (bit 6).</summary>
    public const byte UserDataHeader = 0x40;

    /// <summary>Bits 5–2: the message type.</summary>
    private const byte TypeMask = 0x3C;
    private const byte SmscReceipt = 0x04;
    private const byte IntermediateNotification = 0x20;

    public static bool HasUserDataHeader(byte value) => (value & UserDataHeader) != 0;

    public static bool IsIntermediate(byte value) => (value & TypeMask) == IntermediateNotification;

    public static bool IsReceipt(byte value) => (value & TypeMask) is SmscReceipt or IntermediateNotification;
}
