using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Herald.Sip.Media;

namespace Herald.Sip;

/// <summary>Prompt files: RIFF WAVE, PCM, 8 kHz, 16 bits, mono. Nothing is resampled here.</summary>
public static class Wav
{
    /// <summary>An hour: what a prompt may hold.</summary>
    public const int MaxBytes = 60 * 60 * Pcm.Rate * 2;

    /// <exception cref="WavException">Another format, or no WAV.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static short[] Read(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MaxBytes + 65_536)
            throw new WavException("The file is longer than an hour of 8 kHz audio.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Parse(bytes);
    }

    /// <exception cref="WavException">Another format, or no WAV.</exception>
    public static short[] Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            throw new WavException("Not a WAV file: it does not begin with RIFF … WAVE.");
        var formatSeen = false;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var rest = bytes[(at + 8)..];
            if (bytes.Slice(at, 4).SequenceEqual("fmt "u8))
            {
                CheckFormat(rest);
                formatSeen = true;
            }
            else if (bytes.Slice(at, 4).SequenceEqual("data"u8) && formatSeen)
            {
                // Pipes leave the size at its maximum: then the data reach to the end.
                var length = (int)Math.Min(size, (uint)rest.Length) & ~1;
                return MemoryMarshal.Cast<byte, short>(rest[..length]).ToArray();
            }
            if (size > int.MaxValue - 16 || size + (size & 1) > rest.Length)
                break;
            at += 8 + (int)(size + (size & 1));
        }
        throw new WavException("The WAV file has no data chunk after its format.");
    }

    /// <summary>Writes a whole file.</summary>
    public static void Write(string path, ReadOnlySpan<short> samples)
    {
        using var file = File.Create(path);
        file.Write(Header(channels: 1, samples.Length * 2));
        file.Write(MemoryMarshal.AsBytes(samples));
    }

    internal static byte[] Header(short channels, int dataBytes)
    {
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 36 + dataBytes);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), Pcm.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), Pcm.Rate * channels * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), (short)(channels * 2));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }

    private static void CheckFormat(ReadOnlySpan<byte> format)
    {
        if (format.Length < 16)
            throw new WavException("The WAV file's format chunk is cut off.");
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (kind is not (1 or 0xFFFE) || channels != 1 || rate != Pcm.Rate || bits != 16)
            throw new WavException($"The WAV file is format {kind}, {rate} Hz, {bits} bits, {channels} channel(s); it has to be PCM, 8000 Hz, 16 bits, mono (sox in.wav -r 8000 -c 1 -b 16 out.wav).");
    }
}
