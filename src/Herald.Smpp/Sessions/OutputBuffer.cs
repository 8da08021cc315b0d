namespace Herald.Smpp.Sessions;

/// <summary>
/// Gathers what is written while the socket is busy and sends it in one call: under load one system call carries a whole window.
/// All members but <see cref="Execute"/> are called under <see cref="Gate"/>.
/// </summary>
internal sealed class OutputBuffer(Stream stream, Action<Exception> failed) : IThreadPoolWorkItem
{
    private byte[] filling = new byte[16 * 1024];
    private byte[] sending = new byte[16 * 1024];
    private int filled;
    private bool flushing;
    private bool closed;
    private int holds;

    public Lock Gate { get; } = new();

    /// <summary>Octets ever written here.</summary>
    public long Written { get; private set; }

    /// <summary>Octets ever given to the socket; what lies at or beyond it when the buffer is closed never left.</summary>
    public long HandedOver { get; private set; }

    public int Waiting => filled;

    public Span<byte> Reserve(int size)
    {
        if (filling.Length - filled < size)
            Array.Resize(ref filling, Math.Max(filling.Length * 2, filled + size));
        return filling.AsSpan(filled);
    }

    /// <returns>Position of the first octet.</returns>
    public long Commit(int count)
    {
        var position = Written;
        filled += count;
        Written += count;
        if (!flushing && !closed && holds == 0)
        {
            flushing = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true); // after the work item that writes, so with all it writes
        }
        return position;
    }

    /// <summary>Nothing is sent before <see cref="Release"/>: who writes in answer to a read sends all of it at once, on its own thread. Not under the gate.</summary>
    public void Hold()
    {
        lock (Gate)
            holds++;
    }

    public void Release()
    {
        lock (Gate)
        {
            if (--holds > 0 || flushing || closed || filled == 0)
                return;
            flushing = true;
        }

        _ = FlushAsync();
    }

    public void Close() => closed = true;

    public void Execute() => _ = FlushAsync();

    private async Task FlushAsync()
    {
        try
        {
            while (Swap() is { Length: > 0 } octets)
                await stream.WriteAsync(octets);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    private ReadOnlyMemory<byte> Swap()
    {
        lock (Gate)
        {
            if (filled == 0 || closed)
            {
                flushing = false;
                return default;
            }
            (filling, sending) = (sending, filling);
            var count = filled;
            filled = 0;
            HandedOver = Written;
            return sending.AsMemory(0, count);
        }
    }
}
