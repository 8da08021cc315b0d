using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Tests.Accounts;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Smpp.Tests.Speed;

/// <summary>Asked for by name only: figures of a machine that does something else at the time say nothing.</summary>
public class SpeedTests(NodeSmsc smsc, ITestOutputHelper output) : IClassFixture<NodeSmsc>
{
    private const string Words = "Your appointment is tomorrow at 10:30. Reply STOP to opt out.";
    private const int Count = 300_000;

    [Fact(Explicit = true)]
    public void The_codec_writes_and_reads_half_a_million_pdus_a_second()
    {
        var message = new SubmitSm
        {
            Source = new(TypeOfNumber.International, NumberingPlan.Isdn, "15550001"),
            Destination = new(TypeOfNumber.International, NumberingPlan.Isdn, "15551230009"),
            Receipt = true,
            Body = System.Text.Encoding.ASCII.GetBytes(Words),
        };
        var buffer = new byte[Pdu.WriteLength * 2];
        var best = 0.0;
        for (var round = 0; round < 5; round++)
        {
            const int pdus = 500_000;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < pdus; i++)
            {
                var size = message.Write(buffer, (uint)i);
                PduView.Read(buffer.AsSpan(0, size), out var pdu).ShouldBe(PduFault.None);
                _ = pdu.Octets(Parameter.short_message).Length + pdu.Octet(Parameter.data_coding);
            }
            best = Math.Max(best, pdus / Stopwatch.GetElapsedTime(start).TotalSeconds);
            output.WriteLine($"{best:0} PDUs/s, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / pdus} octets allocated each");
        }
        best.ShouldBeGreaterThan(500_000);
    }

    [Fact(Explicit = true)]
    public async Task Beside_the_npm_client_as_fast_at_a_third_of_its_processor_time()
    {
        await smsc.BehaveAsync(new { keep = 0 });
        await using var esme = await Esme.UpAsync(smsc.Port, options => options.Window = 100);
        await SendAsync(esme, 100_000);
        var start = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage;
        await SendAsync(esme, Count);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var used = (Environment.CpuUsage.TotalTime - cpu.TotalTime).TotalSeconds;
        var theirs = await NpmClientAsync();
        output.WriteLine($"ours: {Count / seconds:0}/s, {used / Count * 1e6:0.0} µs CPU each, {(Environment.CpuUsage.PrivilegedTime - cpu.PrivilegedTime).TotalMicroseconds / Count:0.0} of it in the kernel");
        output.WriteLine($"npm:  {Count / theirs.Seconds:0}/s, {theirs.Cpu / Count * 1e6:0.0} µs CPU each");
        seconds.ShouldBeLessThan(theirs.Seconds);
        used.ShouldBeLessThan(theirs.Cpu / 3);
    }

    private static Task SendAsync(Esme esme, int count)
    {
        var left = count;
        return Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await esme.Account.SubmitAsync(new OutboundMessage("r", "+15550001", "+15551230009", Words)) is not SubmitOutcome.Accepted)
                    throw new InvalidOperationException("not accepted");
            }
        }));
    }

    private async Task<(double Seconds, double Cpu)> NpmClientAsync()
    {
        var folder = typeof(NodeSmsc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PeersFolder").Value!;
        using var process = Process.Start(new ProcessStartInfo("node", ["client.js", $"{smsc.Port}", $"{Count}", "100"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120), TimeProvider.System);
        await process.WaitForExitAsync();
        var result = JsonDocument.Parse(line!).RootElement;
        return (result.GetProperty("seconds").GetDouble(), result.GetProperty("cpuSeconds").GetDouble());
    }
}
