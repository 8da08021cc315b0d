using System.Globalization;
using Herald.Sip.Media;

namespace Herald.Sip.Tests.Lab;

/// <summary>SIPp as the telephone network: <c>peers/pstn.xml</c>, where the end of the called number decides the fate.</summary>
internal sealed class Pstn : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly PeerProcess sipp;

    private Pstn(string[] scenario, string[] extra)
    {
        Port = LoopbackPorts.Free();
        MediaPort = LoopbackPorts.Free(4);
        WriteSound("tone.ul", Tones.Tone(440, 5_000));
        WriteSound("busy.ul", [.. Tones.Tone(425, 500), .. new short[Pcm.Rate / 2]]);
        sipp = new("sipp", folder.Path,
        [
            .. scenario, "-i", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-mi", "127.0.0.1",
            "-mp", MediaPort.ToString(CultureInfo.InvariantCulture), "-aa", "-nostdin", "-trace_err", "-error_file", folder["errors"],
            "-trace_msg", "-message_file", folder["messages"], .. extra,
        ]);
    }

    public int Port { get; }

    public int MediaPort { get; }

    /// <summary>Every SIP message it saw, as it logs them; complete once it stopped.</summary>
    public string Messages => File.Exists(folder["messages"]) ? File.ReadAllText(folder["messages"]) : "";

    public static Task<Pstn> StartAsync(params string[] extra) => StartAsync(["-sf", TempFolder.Peer("pstn.xml")], extra);

    /// <summary>Answers at once and sends our RTP back.</summary>
    public static Task<Pstn> StartEchoAsync() => StartAsync(["-sn", "uas"], ["-rtp_echo"]);

    public static Task<Pstn> StartScenarioAsync(string file) => StartAsync(["-sf", TempFolder.Peer(file)], []);

    public TrunkOptions Trunk(string name = "pstn") => new()
    {
        Name = name, Host = "127.0.0.1", Port = Port, KeepAlive = TimeSpan.Zero,
    };

    public async ValueTask DisposeAsync()
    {
        await sipp.DisposeAsync();
        folder.Dispose();
    }

    private void WriteSound(string name, short[] samples)
    {
        var bytes = new byte[samples.Length];
        G711.Encode(Codec.Pcmu, samples, bytes);
        File.WriteAllBytes(folder[name], bytes);
    }

    private static async Task<Pstn> StartAsync(string[] scenario, string[] extra)
    {
        var pstn = new Pstn(scenario, extra);
        await pstn.sipp.BoundUdpAsync(pstn.Port);
        return pstn;
    }
}
