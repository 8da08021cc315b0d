using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Herald.Sip.Media;

/// <summary>Writes a call to a stereo WAV, left = heard, right = said. Frames wait in memory for at most 10 s; a disk slower than that loses them.</summary>
internal sealed class Recorder : IFrameSink, IAsyncDisposable
{
    private readonly Channel<short[]> frames = Channel.CreateBounded<short[]>(500);
    private readonly FileStream file;
    private readonly Task writing;

    public Recorder(string path)
    {
        file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 65_536);
        file.Write(Wav.Header(channels: 2, 0));
        writing = Task.Run(WriteAsync);
    }

    public void Frame(ReadOnlySpan<short> heard, ReadOnlySpan<short> said)
    {
        var both = new short[heard.Length * 2];
        for (var i = 0; i < heard.Length; i++)
            (both[2 * i], both[2 * i + 1]) = (heard[i], said[i]);
        frames.Writer.TryWrite(both);
    }

    public async ValueTask DisposeAsync()
    {
        frames.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        await using (file)
        {
            await foreach (var frame in frames.Reader.ReadAllAsync())
                file.Write(MemoryMarshal.AsBytes<short>(frame));
            var bytes = (int)Math.Min(file.Length - 44, int.MaxValue - 44);
            file.Position = 0;
            file.Write(Wav.Header(channels: 2, bytes));
        }
    }
}
