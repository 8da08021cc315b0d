namespace Herald.Smpp.Protocol;

/// <summary>data_coding (SMPP 3.4 §5.2.19).</summary>
internal enum DataCoding : byte
{
    /// <summary>Whatever the SMSC holds for its default alphabet: an account says which.</summary>
    SmscDefault = 0x00,
    Ascii = 0x01,
    OctetUnspecifiedTdma = 0x02,
    Latin1 = 0x03,
    OctetUnspecified = 0x04,
    Jis = 0x05,
    Cyrillic = 0x06,
    Hebrew = 0x07,
    Ucs2 = 0x08,
    Pictogram = 0x09,
    MusicCodes = 0x0A,
    ExtendedKanji = 0x0D,
    KsC5601 = 0x0E,
}
