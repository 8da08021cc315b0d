namespace Herald.Smpp.Protocol;

/// <summary>Sizes of a PDU (SMPP 3.4 §3.2, §5.1).</summary>
internal static class Pdu
{
    public const int HeaderLength = 16;

    /// <summary>Octets at most, ours by decision: the specification names no limit. Fits the largest message_payload we would ever take.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Room for any PDU we write apart from its message_payload.</summary>
    public const int WriteLength = 1024;

    /// <summary>§5.1.4: sequence numbers run from 1 to 0x7FFFFFFF.</summary>
    public const uint MaxSequence = 0x7FFFFFFF;

    public static CommandId AnswerTo(CommandId request) => request | CommandId.generic_nack;

    public static bool IsResponse(CommandId command) => ((uint)command & 0x80000000) != 0;
}
