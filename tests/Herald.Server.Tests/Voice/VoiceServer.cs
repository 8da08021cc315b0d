using System.Text;
using System.Text.Json;
using Herald.Dispatch.Tests.Channels.Voice;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;
using Herald.Sip.Tests.Lab;

namespace Herald.Server.Tests.Voice;

/// <summary>The whole server with one trunk: a phone that a person holds (baresip). The seeded voice engagement calls through it.</summary>
internal sealed class VoiceServer : IAsyncDisposable
{
    public const string Profile = "hrld_outboundprofiles(dddddddd-0000-4000-8000-000000000002)";
    public const string Workstream = "msdyn_liveworkstreams(dddddddd-0000-4000-8000-000000000004)";
    public const string OwnNumber = "+15550199";

    private VoiceServer(RunningServer server, HttpClient administrator, int sipPort) => (Server, Administrator, SipPort) = (server, administrator, sipPort);

    public RunningServer Server { get; }

    public HttpClient Administrator { get; }

    /// <summary>Where it takes calls.</summary>
    public int SipPort { get; }

    public static async Task<VoiceServer> StartAsync(Baresip phone, string? database = null)
    {
        var (sip, tls) = (LoopbackPorts.Free(), LoopbackPorts.Free());
        var server = await RunningServer.StartAsync(database,
            "--Herald:Channels:acme:Type", "Sip", "--Herald:Channels:acme:Udp", $"127.0.0.1:{sip}", "--Herald:Channels:acme:Tcp", $"127.0.0.1:{sip}", "--Herald:Channels:acme:Tls", $"127.0.0.1:{tls}",
            "--Herald:Channels:acme:RtpPorts", "0", "--Herald:Channels:acme:Trunks:0:Name", "carrier", "--Herald:Channels:acme:Trunks:0:Host", "127.0.0.1",
            "--Herald:Channels:acme:Trunks:0:Port", $"{phone.Port}", "--Herald:Channels:acme:Trunks:0:KeepAlive", "00:00:00", "--Herald:Engine:Tick", "00:00:00.1");
        var voice = new VoiceServer(server, await server.ClientAsync("administrator"), sip);
        await voice.PatchAsync(Profile, new { hrld_transport = "acme" });
        return voice;
    }

    public Task PatchAsync(string row, object change) => SendAsync(HttpMethod.Patch, row, change);

    public Task CreateAsync(string set, object row) => SendAsync(HttpMethod.Post, set, row);

    /// <summary>Posts the documented request for the phone's number.</summary>
    public async Task<Guid> CallAsync(HttpClient client, object? inputs = null, string? state = null)
    {
        var contact = new Dictionary<string, object?>
        {
            ["uniqueIdentifier"] = Guid.NewGuid().ToString(), ["firstName"] = "Ann", ["lastName"] = "Other", ["mobilePhoneNumber"] = Phone.Number, ["inputAttributes"] = inputs, ["state"] = state,
        };
        var body = JsonSerializer.Serialize(new { ApiVersion = "1.0", ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement, Contacts = new[] { contact } });
        var answer = await client.PostAsync("CCaaS_CreateProactiveDelivery", body);
        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, answer.Body);
        return answer.Id("DeliveryId");
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        await Server.DisposeAsync();
    }

    private async Task SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, ApiClient.Root + path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        var answer = await Answer.OfAsync(await Administrator.SendAsync(request));
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Body);
    }
}
