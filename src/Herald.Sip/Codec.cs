namespace Herald.Sip;

/// <summary>G.711 in its two laws; the value is the static RTP payload type (RFC 3551 table 4).</summary>
public enum Codec
{
    /// <summary>µ-law, North America and Japan.</summary>
    Pcmu = 0,

    /// <summary>A-law, everywhere else.</summary>
    Pcma = 8,
}
