using Herald.Dispatch.Tests.Channels.Voice;
using Herald.Server.Tests.Processes;
using Herald.Server.Tests.Running;
using Herald.Sip.Tests.Lab;

namespace Herald.Server.Tests.Voice;

/// <summary><c>kill -9</c> and SIGTERM while a person is on the line.</summary>
public sealed class VoiceKillTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-voice-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_call_whose_process_was_killed_is_unknown_and_nobody_is_rung_again()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        Guid task;
        using (var first = await StartAsync(phone))
        {
            task = await CallAsync(first);
            await phone.EventAsync("CALL_ESTABLISHED");
            first.Kill();
        }

        using var second = await StartAsync(phone);
        await second.SignInAsync();
        await Ends.WaitAsync(second, HeraldProcess.VoiceEngagement, TimeSpan.FromSeconds(60));
        (await Ends.OfTaskAsync(second, task)).ShouldHaveSingleItem().ShouldBe(("Complete", "Unknown"));
        phone.Established.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_ends_the_call_and_records_it()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        Guid task;
        using (var first = await StartAsync(phone, ("Herald:StopTimeout", "1")))
        {
            task = await CallAsync(first);
            await phone.EventAsync("CALL_ESTABLISHED");
            (await first.TerminateAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, first.Output);
            await phone.EventAsync("CALL_CLOSED");
        }

        using var second = await StartAsync(phone);
        await second.SignInAsync();
        var (status, result) = (await Ends.OfTaskAsync(second, task)).ShouldHaveSingleItem();
        status.ShouldBe("Complete");
        result.ShouldBeOneOf("LiveAnswer", "Undetermined");
        phone.Established.ShouldBe(1);
    }

    private async Task<HeraldProcess> StartAsync(Baresip phone, params (string, string)[] more)
    {
        var (sip, tls) = (LoopbackPorts.Free(), LoopbackPorts.Free());
        (string, string)[] settings =
        [
            ("Herald:DataDirectory", folder.FullName), ("Herald:Channels:acme:Type", "Sip"), ("Herald:Channels:acme:Udp", $"127.0.0.1:{sip}"), ("Herald:Channels:acme:Tcp", $"127.0.0.1:{sip}"),
            ("Herald:Channels:acme:Tls", $"127.0.0.1:{tls}"), ("Herald:Channels:acme:RtpPorts", "0"), ("Herald:Channels:acme:Trunks:0:Host", "127.0.0.1"),
            ("Herald:Channels:acme:Trunks:0:Port", $"{phone.Port}"), ("Herald:Channels:acme:Trunks:0:KeepAlive", "00:00:00"), .. more,
        ];
        return await HeraldProcess.StartAsync(settings);
    }

    private static async Task<Guid> CallAsync(HeraldProcess herald)
    {
        await herald.SignInAsync("administrator");
        using var patch = new HttpRequestMessage(HttpMethod.Patch, ApiClient.Root + VoiceServer.Profile) { Content = new StringContent("""{"hrld_transport":"acme"}""", System.Text.Encoding.UTF8, "application/json") };
        (await herald.Http.SendAsync(patch)).EnsureSuccessStatusCode();
        await herald.SignInAsync();
        return (await herald.CreateAsync(HeraldProcess.VoiceEngagement, Phone.Number)).ShouldNotBeNull();
    }
}
