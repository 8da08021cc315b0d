using System.Buffers.Binary;

namespace Herald.Smpp.Protocol;

/// <summary>
/// Writes one PDU by walking its row of the command table. Callers name only what differs from zero or empty, in wire order;
/// what they skip is written with its default.
/// </summary>
internal ref struct PduWriter
{
    private readonly Span<byte> target;
    private readonly CommandDefinition definition;
    private int parameter;
    private int position;

    public PduWriter(Span<byte> target, CommandId command, StatusCode status, uint sequence)
    {
        this.target = target;
        definition = CommandTable.Find(command) ?? throw new ArgumentOutOfRangeException(nameof(command));
        BinaryPrimitives.WriteUInt32BigEndian(target[4..], (uint)command);
        BinaryPrimitives.WriteUInt32BigEndian(target[8..], (uint)status);
        BinaryPrimitives.WriteUInt32BigEndian(target[12..], sequence);
        position = Pdu.HeaderLength;
    }

    public void Octet(Parameter id, byte value)
    {
        SkipTo(id, ParameterKind.Integer);
        target[position++] = value;
    }

    /// <summary>Characters outside printable ASCII become '?': a zero among them would shift everything behind it.</summary>
    public void Text(Parameter id, scoped ReadOnlySpan<char> value)
    {
        var max = SkipTo(id, ParameterKind.COctetString);
        if (value.Length >= max)
            throw new ArgumentException($"{id} takes at most {max - 1} characters.", nameof(value));
        foreach (var c in value)
            target[position++] = c is >= ' ' and <= '~' ? (byte)c : (byte)'?';
        target[position++] = 0;
    }

    public void Octets(Parameter id, scoped ReadOnlySpan<byte> value)
    {
        var max = SkipTo(id, ParameterKind.CountedOctets);
        if (value.Length > max)
            throw new ArgumentException($"{id} takes at most {max} octets.", nameof(value));
        target[position++] = (byte)value.Length;
        value.CopyTo(target[position..]);
        position += value.Length;
    }

    public void Tlv(TlvTag tag, scoped ReadOnlySpan<byte> value)
    {
        WriteDefaultsUpTo(definition.Parameters.Length);
        BinaryPrimitives.WriteUInt16BigEndian(target[position..], (ushort)tag);
        BinaryPrimitives.WriteUInt16BigEndian(target[(position + 2)..], checked((ushort)value.Length));
        value.CopyTo(target[(position + 4)..]);
        position += 4 + value.Length;
    }

    public void Tlv(TlvTag tag, byte value) => Tlv(tag, [value]);

    public void Tlv(TlvTag tag, ushort value) => Tlv(tag, [(byte)(value >> 8), (byte)value]);

    /// <returns>Octets written.</returns>
    public int Finish()
    {
        WriteDefaultsUpTo(definition.Parameters.Length);
        BinaryPrimitives.WriteInt32BigEndian(target, position);
        return position;
    }

    private int SkipTo(Parameter id, ParameterKind kind)
    {
        var at = definition.PositionOf(id);
        if (at < parameter || definition.Parameters[at].Kind != kind)
            throw new InvalidOperationException($"{definition.Id} has no {id} of that kind here.");
        WriteDefaultsUpTo(at);
        parameter = at + 1;
        return definition.Parameters[at].Max;
    }

    // The default of every kind is one zero octet: 0, the empty string, no octets.
    private void WriteDefaultsUpTo(int end)
    {
        for (; parameter < end; parameter++)
            target[position++] = 0;
    }
}
