using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Server.Grains;
using Microsoft.Extensions.Configuration;

namespace Herald.Server.Tests.Grains;

public class ChannelConfigurationTests
{
    private static AgentBook Agents => new(new FlowFolder("/nowhere", TimeProvider.System), new Dictionary<string, IAgent>(), TimeProvider.System);

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;

    [Fact]
    public void Development_has_simulated_people_without_being_asked() => Read(true, []).Single().Simulated.ShouldBeTrue();

    [Fact]
    public void Outside_development_there_are_none_unless_enabled()
    {
        Read(false, []).ShouldBeEmpty();
        Read(false, new() { ["Herald:Channels:Simulated:Enabled"] = "true" }).Single().Name.ShouldBe("simulated");
    }

    [Fact]
    public void A_simulated_key_outside_development_is_a_fault_that_says_what_to_do()
    {
        var faults = new List<string>();
        Read(false, new() { ["Herald:Channels:trunk:Type"] = "Simulated" }, faults).ShouldBeEmpty();
        faults.Single().ShouldContain("Herald:Channels:Simulated:Enabled=true");
    }

    [Fact]
    public void Unknown_types_and_bad_values_are_all_named()
    {
        var faults = new List<string>();
        Read(true, new() { ["Herald:Channels:a:Type"] = "Pigeon", ["Herald:Channels:b:Type"] = "Simulated", ["Herald:Channels:b:TimeScale"] = "11", ["Herald:Channels:b:Slots"] = "0" }, faults);
        faults.Count.ShouldBe(3);
    }

    [Fact]
    public void Message_accounts_name_all_their_mistakes_and_their_key_alone_makes_them()
    {
        var faults = new List<string>();
        Read(true, new() { ["Herald:Channels:a:Type"] = "Smpp", ["Herald:Channels:a:Window"] = "0", ["Herald:Channels:b:Type"] = "Twilio", ["Herald:Channels:b:Timeout"] = "00:00:00" }, faults);
        faults.Count(fault => fault.StartsWith("Herald:Channels:a:", StringComparison.Ordinal)).ShouldBe(3);
        faults.Count(fault => fault.StartsWith("Herald:Channels:b:", StringComparison.Ordinal)).ShouldBe(4);
        var good = Read(false, new() { ["Herald:Channels:a:Type"] = "smpp", ["Herald:Channels:a:Host"] = "localhost", ["Herald:Channels:a:SystemId"] = "me" });
        good.Single().Status.Type.ShouldBe("Smpp");
        good.Single().FreeSlots.ShouldBe(0);
    }

    [Fact]
    public void A_voice_channel_names_all_its_mistakes_and_a_host_alone_makes_it()
    {
        var faults = new List<string>();
        Read(true, new()
        {
            ["Herald:Channels:v:Type"] = "Sip", ["Herald:Channels:v:Udp"] = "nowhere", ["Herald:Channels:v:RtpPorts"] = "many", ["Herald:Channels:v:MaxCalls"] = "0",
            ["Herald:Channels:v:Certificate"] = "/no/such.pem", ["Herald:Channels:v:TransferTo"] = "the desk", ["Herald:Channels:v:InboundFrom:0"] = "them",
            ["Herald:Channels:v:Progress:Limit"] = "00:10:00", ["Herald:Channels:v:Speech:Speed"] = "1", ["Herald:Channels:v:Trunks:0:Name"] = "a b",
            ["Herald:Channels:v:Trunks:1:Host"] = "sip.example.net", ["Herald:Channels:v:Trunks:1:Register"] = "true",
        }, faults);
        faults.ShouldAllBe(fault => fault.StartsWith("Herald:Channels:v:", StringComparison.Ordinal));
        foreach (var part in new[] { "Udp", "RtpPorts", "MaxCalls", "Certificate", "TransferTo", "InboundFrom", "Progress:Limit", "Speech:Speed", "Trunks:0:Host", "Trunks:0:Name", "Register needs a Username" })
            faults.Count(fault => fault.Contains(part, StringComparison.Ordinal)).ShouldBe(1, part);
        faults.Count.ShouldBe(11);

        var good = Read(false, new()
        {
            ["Herald:Channels:v:Type"] = "sip", ["Herald:Channels:v:Trunks:0:Host"] = "sip.example.net", ["Herald:Channels:v:Trunks:0:Transport"] = "Tls",
            ["Herald:Channels:v:Trunks:0:Codecs:0"] = "Pcmu", ["Herald:Channels:v:Speech:Voices:en-IE"] = "en-gb",
        });
        good.Single().Status.Type.ShouldBe("Sip");
        good.Single().FreeSlots.ShouldBe(0);
    }

    [Fact]
    public void The_example_of_the_documentation_makes_its_channels()
    {
        var faults = new List<string>();
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "appsettings.example.json")).Build();
        ChannelConfiguration.Read(example, false, Agents, TimeProvider.System, faults).Select(channel => channel.Name).ShouldBe(["acme", "texts"]);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_key_takes_the_defaults_of_the_simulated_section()
    {
        var channel = Read(true, new() { ["Herald:Channels:Simulated:Slots"] = "7", ["Herald:Channels:b:Type"] = "Simulated" }).Single(channel => channel.Name == "b");
        channel.Simulated.ShouldBeTrue();
    }

    private static IReadOnlyList<IChannel> Read(bool development, Dictionary<string, string?> settings, List<string>? faults = null)
    {
        var all = faults ?? [];
        var channels = ChannelConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development, Agents, TimeProvider.System, all);
        if (faults is null)
            all.ShouldBeEmpty();
        return [.. channels.Select(channel => channel.Make(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance))];
    }
}
