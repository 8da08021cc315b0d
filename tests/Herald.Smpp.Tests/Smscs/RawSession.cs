using System.Buffers.Binary;
using System.Net.Sockets;
using Herald.Smpp.Protocol;

namespace Herald.Smpp.Tests.Smscs;

internal sealed class RawSession(NetworkStream stream, CancellationToken stopping)
{
    public async Task<(CommandId Command, uint Status, uint Sequence, byte[] Body)> ReadAsync()
    {
        var header = new byte[16];
        await stream.ReadExactlyAsync(header, stopping);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header) - 16];
        await stream.ReadExactlyAsync(body, stopping);
        return ((CommandId)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8)),
            BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(12)), body);
    }

    public async Task<uint> ReadAsync(CommandId expected)
    {
        var pdu = await ReadAsync();
        pdu.Command.ShouldBe(expected);
        return pdu.Sequence;
    }

    public Task WriteAsync(byte[] octets) => stream.WriteAsync(octets, stopping).AsTask();

    public Task WriteAsync(CommandId command, uint status, uint sequence, string body = "") => WriteAsync(Frame(command, status, sequence, body));

    /// <summary>Takes the bind.</summary>
    /// <returns>Its kind.</returns>
    public async Task<CommandId> BindAsync()
    {
        var (command, _, sequence, _) = await ReadAsync();
        await WriteAsync(Pdu.AnswerTo(command), 0, sequence, "raw\0");
        return command;
    }

    /// <summary>Answers every request, submits with <paramref name="submitStatus"/>, until the connection ends.</summary>
    public async Task ServeAsync(uint submitStatus = 0, Action<CommandId>? seen = null)
    {
        while (true)
        {
            var (command, _, sequence, _) = await ReadAsync();
            seen?.Invoke(command);
            if (command == CommandId.submit_sm)
                await WriteAsync(CommandId.submit_sm_resp, submitStatus, sequence, $"{sequence}\0");
            else if (!Pdu.IsResponse(command))
                await WriteAsync(Pdu.AnswerTo(command), 0, sequence);
        }
    }

    /// <summary>Reads and says nothing, until the connection ends.</summary>
    public async Task SwallowAsync()
    {
        while (true)
            await ReadAsync();
    }

    public static byte[] Frame(CommandId command, uint status, uint sequence, string body = "")
    {
        var frame = new byte[16 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)command);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), status);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(12), sequence);
        System.Text.Encoding.Latin1.GetBytes(body).CopyTo(frame, 16);
        return frame;
    }
}
