using System.Text;
using Herald.Smpp.Protocol;

namespace Herald.Smpp.Text;

/// <summary>data_coding of what arrives (SMPP 3.4 §5.2.19; the groups above 0x0F by 3GPP TS 23.038 §4) to text.</summary>
internal static class TextDecoder
{
    /// <summary>Null: the octets are no text.</summary>
    public static string? Decode(byte coding, ReadOnlySpan<byte> octets, SmsAlphabet smscDefault) => coding switch
    {
        0x00 => DecodeDefault(octets, smscDefault),
        (byte)DataCoding.Ascii => Encoding.ASCII.GetString(octets),
        (byte)DataCoding.Latin1 => Latin1.Decode(octets),
        (byte)DataCoding.Ucs2 => Ucs2.Decode(octets),
        (byte)DataCoding.Cyrillic => DecodePage(28595, octets),
        (byte)DataCoding.Hebrew => DecodePage(28598, octets),
        (byte)DataCoding.Jis => DecodePage(932, octets),
        (byte)DataCoding.KsC5601 => DecodePage(949, octets),
        < 0x10 => null, // octets, pictograms, music codes, reserved
        >= 0xC0 and < 0xE0 => DecodeDefault(octets, smscDefault), // message waiting, default alphabet
        >= 0xE0 and < 0xF0 => Ucs2.Decode(octets), // message waiting, UCS-2
        >= 0xF0 when (coding & 0x04) != 0 => null, // 8-bit data with a message class
        >= 0xF0 => DecodeDefault(octets, smscDefault),
        _ => DecodeGeneral(coding, octets, smscDefault),
    };

    // 00xx and 01xx: bits 3 and 2 name the alphabet.
    private static string? DecodeGeneral(byte coding, ReadOnlySpan<byte> octets, SmsAlphabet smscDefault) => (coding & 0x0C) switch
    {
        0x00 => DecodeDefault(octets, smscDefault),
        0x08 => Ucs2.Decode(octets),
        _ => null,
    };

    private static string DecodeDefault(ReadOnlySpan<byte> octets, SmsAlphabet smscDefault) =>
        smscDefault == SmsAlphabet.Latin1 ? Latin1.Decode(octets) : Gsm7.Decode(octets);

    private static string? DecodePage(int page, ReadOnlySpan<byte> octets) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)?.GetString(octets);
}
