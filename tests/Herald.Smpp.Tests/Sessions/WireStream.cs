using System.Threading.Channels;

namespace Herald.Smpp.Tests.Sessions;

/// <summary>The far end of a connection without sockets: what is put in is read in those pieces, what is written is kept; writing can be held up.</summary>
internal sealed class WireStream : Stream
{
    private readonly Channel<byte[]> incoming = Channel.CreateUnbounded<byte[]>();
    private readonly MemoryStream written = new();
    private readonly SemaphoreSlim changed = new(0);
    private byte[] rest = [];
    private int writing;

    /// <summary>Writes wait for it.</summary>
    public Task WriteGate { get; set; } = Task.CompletedTask;

    /// <summary>Whether a write waits at the gate.</summary>
    public bool IsWriting => Volatile.Read(ref writing) > 0;

    public byte[] Written
    {
        get
        {
            lock (written)
                return written.ToArray();
        }
    }

    public void Receive(byte[] octets) => incoming.Writer.TryWrite(octets);

    /// <summary>Looks again at each write that begins or ends.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            (await changed.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("it never came to hold");
    }

    public void End() => incoming.Writer.TryComplete();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (rest.Length == 0)
        {
            if (!await incoming.Reader.WaitToReadAsync(cancellationToken))
                return 0;
            incoming.Reader.TryRead(out rest!);
        }
        var count = Math.Min(rest.Length, buffer.Length);
        rest.AsSpan(0, count).CopyTo(buffer.Span);
        rest = rest[count..];
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref writing);
        changed.Release();
        await WriteGate;
        lock (written)
            written.Write(buffer.Span);
        Interlocked.Decrement(ref writing);
        changed.Release();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
