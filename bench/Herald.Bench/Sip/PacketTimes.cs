using System.Diagnostics;
using System.Globalization;

namespace Herald.Bench.Sip;

/// <summary>When RTP packets really left, as the kernel stamped them on the loopback: a witness beside our own count.</summary>
internal static class PacketTimes
{
    private const double FrameMilliseconds = 20;
    private const int FewestPackets = 50;

    public static bool CanBeTaken => Environment.UserName == "root" && File.Exists("/usr/bin/tshark");

    /// <returns>Share of packets that left within the milliseconds of their stream's own 20 ms grid; null when nothing was caught.</returns>
    public static async Task<double?> WithinAsync(double milliseconds, int toPort, TimeSpan length)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RunAsync("-i", "lo", "-f", $"udp dst port {toPort}", "-s", "64", "-a", $"duration:{(int)length.TotalSeconds}", "-w", file, "-q");
            var streams = (await RunAsync("-r", file, "-T", "fields", "-e", "frame.time_epoch", "-e", "udp.srcport"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
                .GroupBy(parts => parts[1], parts => double.Parse(parts[0], CultureInfo.InvariantCulture) * 1_000)
                .Select(stream => stream.ToArray()).Where(stream => stream.Length >= FewestPackets).ToList();
            return streams.Count == 0 ? null : (double)streams.Sum(stream => Punctual(stream, milliseconds)) / streams.Sum(stream => stream.Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Lateness is counted from the earliest packet of the stream on its grid.
    private static int Punctual(double[] at, double milliseconds)
    {
        var offsets = at.Select((time, i) => time - (i * FrameMilliseconds)).ToArray();
        var grid = offsets.Min();
        return offsets.Count(offset => offset - grid <= milliseconds);
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("tshark", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
