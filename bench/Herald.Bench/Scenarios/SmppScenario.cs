using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Herald.Bench.Load;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Scenarios;

/// <summary>The codec alone, and our client beside the one of the npm package on the same SMSC, both at window 100.</summary>
internal static class SmppScenario
{
    private const string Words = "Your appointment is tomorrow at 10:30. Reply STOP to opt out.";
    private const int Submits = 300_000;
    private const int Warm = 100_000;

    public static async Task RunAsync()
    {
        Report.Rate("SMPP codec: submit_sm written and read", Codec(), 500_000, 0);
        using var smsc = await Smsc.StartAsync(new { keep = 0 });
        await using var account = new SmppAccount(
            new SmppAccountOptions { Host = "127.0.0.1", Port = smsc.Port, SystemId = "esme", Password = "secret", Window = 100 },
            new Nothing(), TimeProvider.System, NullLogger<SmppAccount>.Instance);
        account.Start();
        while (account.FreeSlots() == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        await SendAsync(account, Warm);
        var (ours, oursCpu) = await OursAsync(account);
        var (theirs, theirsCpu) = await TheirsAsync(smsc.Port);
        Report.Ratio("SMPP submits beside the npm client, window 100", ours, theirs, 1);
        Report.Under("    processor a submit, ours", oursCpu, theirsCpu / 3, "µs");
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"    npm client: {theirsCpu:0.0} µs a submit; ratio {oursCpu / theirsCpu:0.00}, goal 0.33"));
    }

    private static double Codec()
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
            var read = 0L;
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < pdus; i++)
            {
                var size = message.Write(buffer, (uint)i);
                if (PduView.Read(buffer.AsSpan(0, size), out var pdu) == PduFault.None)
                    read += pdu.Octets(Parameter.short_message).Length + pdu.Octet(Parameter.data_coding);
            }

            if (read != (long)pdus * Words.Length)
                throw new InvalidOperationException("The codec read something else than it wrote.");
            best = Math.Max(best, pdus / clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static async Task<(double Rate, double Microseconds)> OursAsync(SmppAccount account)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await SendAsync(account, Submits);
        return (Submits / clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / Submits);
    }

    private static Task SendAsync(SmppAccount account, int count)
    {
        var left = count;
        return Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await account.SubmitAsync(new OutboundMessage("r", "+15550001", "+15551230009", Words)) is not SubmitOutcome.Accepted)
                    throw new InvalidOperationException("A submit was not accepted.");
            }
        }));
    }

    private static async Task<(double Rate, double Microseconds)> TheirsAsync(int port)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["client.js", $"{port}", $"{Submits}", "100"]) { WorkingDirectory = Smsc.Folder, RedirectStandardOutput = true })!;
        var result = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
        await process.WaitForExitAsync();
        return (Submits / result.GetProperty("seconds").GetDouble(), result.GetProperty("cpuSeconds").GetDouble() * 1e6 / Submits);
    }

    private sealed class Nothing : ISmppHandler
    {
        public ValueTask ReceiptAsync(Smpp.Inbound.DeliveryReceipt receipt, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask MessageAsync(Smpp.Inbound.InboundMessage message, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
