using System.Buffers;

namespace Herald.Server.Actions.Bodies;

/// <summary>A request's bytes, read once into a pooled buffer.</summary>
internal readonly struct RequestBody : IDisposable
{
    /// <summary>Grown from here by doubling: a promised Content-Length is not believed.</summary>
    private const int First = 4 * 1024;

    /// <summary>Larger buffers are left to the collector: a pool would keep what one hostile caller sent.</summary>
    private const int MostPooled = 1024 * 1024;

    private readonly byte[] rented;

    private RequestBody(byte[] rented, int length)
    {
        this.rented = rented;
        Bytes = rented.AsMemory(0, length);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(First);
        var length = 0;
        try
        {
            while (await request.Body.ReadAsync(buffer.AsMemory(length), ct) is var read and > 0)
            {
                length += read;
                if (length == buffer.Length)
                    buffer = Grow(buffer);
            }

            return new RequestBody(buffer, length);
        }
        catch
        {
            Return(buffer);
            throw;
        }
    }

    public void Dispose() => Return(rented);

    private static byte[] Grow(byte[] full)
    {
        var size = full.Length * 2;
        var larger = size <= MostPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);
        full.CopyTo(larger, 0);
        Return(full);
        return larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length <= MostPooled)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
