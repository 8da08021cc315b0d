namespace Herald.Smpp.Protocol;

/// <summary>How a mandatory parameter lies on the wire (SMPP 3.4 §3.1).</summary>
internal enum ParameterKind : byte
{
    /// <summary>One octet; SMPP 3.4 has no wider mandatory integer in the commands of our table.</summary>
    Integer,

    /// <summary>Characters closed by a zero octet.</summary>
    COctetString,

    /// <summary>One length octet, then that many octets: sm_length and short_message together (§5.2.21, §5.2.22).</summary>
    CountedOctets,
}
