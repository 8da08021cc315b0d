using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Herald.Sip.Media;

namespace Herald.Sip.Tests.Lab;

/// <summary>baresip as a person with a phone: answers or is told to, speaks a WAV, records what it heard, presses keys.</summary>
internal sealed class Baresip : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly PeerProcess process;
    private readonly List<JsonElement> seen = [];
    private readonly List<(string Type, TaskCompletionSource<JsonElement> Found)> waiting = [];
    private TcpClient? control;
    private Task? reading;

    private Baresip(short[] voice, bool answers, string account)
    {
        Port = LoopbackPorts.Free(4);
        ControlPort = LoopbackPorts.Free();
        var rtp = LoopbackPorts.Free(20);
        Wav.Write(folder["rep.wav"], [.. voice, .. new short[Pcm.Rate * 60]]); // at its end baresip hangs up
        Directory.CreateDirectory(folder["rep1/rec"]);
        File.WriteAllText(folder["rep1/config"], File.ReadAllText(TempFolder.Peer("baresip-config.in"))
            .Replace("@TMP@", folder.Path, StringComparison.Ordinal)
            .Replace("@NAME@", "rep1", StringComparison.Ordinal)
            .Replace("@SIP@", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@CTL@", ControlPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@RTP@", $"{rtp}-{rtp + 18}", StringComparison.Ordinal));
        File.WriteAllText(folder["rep1/accounts"], account
            .Replace("@SIP@", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            + $";answermode={(answers ? "auto" : "manual")};audio_codecs=pcmu/8000,pcma/8000\n");
        File.WriteAllText(folder["rep1/contacts"], "");
        process = new("baresip", folder.Path, "-f", folder["rep1"]);
    }

    public int Port { get; }

    public int ControlPort { get; }

    public static async Task<Baresip> StartAsync(short[] voice, bool answers = true, string account = "<sip:rep1@127.0.0.1:@SIP@>;regint=0")
    {
        var phone = new Baresip(voice, answers, account);
        await phone.process.BoundUdpAsync(phone.Port);
        await phone.ConnectAsync();
        return phone;
    }

    public TrunkOptions Trunk() => new() { Name = "phone", Host = "127.0.0.1", Port = Port, KeepAlive = TimeSpan.Zero };

    /// <summary>What the phone heard in its one call, once it ended.</summary>
    public short[] Heard() => Wav.Read(Directory.GetFiles(folder["rep1/rec"], "*-dec.wav").Single());

    /// <summary>Calls that stood here so far.</summary>
    public int Established { get; private set; }

    /// <summary>What it has heard so far: its file has no length while the call is up. Empty before the first sound.</summary>
    public short[] Hearing()
    {
        if (Directory.GetFiles(folder["rep1/rec"], "*-dec.wav") is not [var path, ..])
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length & ~1];
        file.ReadExactly(bytes);
        return bytes.Length <= 44 ? [] : MemoryMarshal.Cast<byte, short>(bytes.AsSpan(44)).ToArray();
    }

    public async Task CommandAsync(string command, string parameters = "")
    {
        var json = JsonSerializer.Serialize(new { command, @params = parameters, token = "t" });
        await control!.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{json.Length}:{json},"));
    }

    /// <summary>The next event of that type, or one already seen.</summary>
    public async Task<string> EventAsync(string type)
    {
        var item = await NextAsync(type).WaitAsync(TimeSpan.FromSeconds(15));
        return item.TryGetProperty("param", out var value) ? value.GetString() ?? "" : "";
    }

    private Task<JsonElement> NextAsync(string type)
    {
        lock (seen)
        {
            var at = seen.FindIndex(item => item.GetProperty("type").GetString() == type);
            var source = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (at < 0)
            {
                waiting.Add((type, source));
                return source.Task;
            }
            source.SetResult(seen[at]);
            seen.RemoveAt(at);
            return source.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        control?.Dispose();
        if (reading is not null)
            await reading;
        await process.DisposeAsync();
        folder.Dispose();
    }

    private async Task ConnectAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 500; i++)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, ControlPort);
                control = client;
                reading = Task.Run(ReadAsync);
                return;
            }
            catch (SocketException)
            {
                client.Dispose();
                await timer.WaitForNextTickAsync();
            }
        }
        throw new InvalidOperationException("baresip's control port never opened: " + process.Output);
    }

    private async Task ReadAsync()
    {
        var stream = control!.GetStream();
        var one = new byte[1];
        try
        {
            while (true)
            {
                var length = 0;
                await stream.ReadExactlyAsync(one);
                while (one[0] != ':')
                {
                    length = length * 10 + one[0] - '0';
                    await stream.ReadExactlyAsync(one);
                }
                var body = new byte[length + 1];
                await stream.ReadExactlyAsync(body);
                var item = JsonDocument.Parse(body.AsMemory(0, length)).RootElement;
                if (item.TryGetProperty("event", out _))
                    Hand(item);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private void Hand(JsonElement item)
    {
        lock (seen)
        {
            Established += item.GetProperty("type").GetString() == "CALL_ESTABLISHED" ? 1 : 0;
            var at = waiting.FindIndex(waiter => waiter.Type == item.GetProperty("type").GetString());
            if (at < 0)
            {
                seen.Add(item);
                return;
            }
            waiting[at].Found.SetResult(item);
            waiting.RemoveAt(at);
        }
    }
}
