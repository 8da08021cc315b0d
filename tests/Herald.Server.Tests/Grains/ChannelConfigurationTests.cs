using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Server.Grains;
using Microsoft.Extensions.Configuration;

namespace Herald.Server.Tests.Grains;

public class ChannelConfigurationTests
{
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
    public void A_key_takes_the_defaults_of_the_simulated_section()
    {
        var channel = Read(true, new() { ["Herald:Channels:Simulated:Slots"] = "7", ["Herald:Channels:b:Type"] = "Simulated" }).Single(channel => channel.Name == "b");
        channel.Simulated.ShouldBeTrue();
    }

    private static IReadOnlyList<IChannel> Read(bool development, Dictionary<string, string?> settings, List<string>? faults = null)
    {
        var all = faults ?? [];
        var channels = ChannelConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development, new AgentBook(new FlowFolder("/nowhere", TimeProvider.System), new Dictionary<string, IAgent>(), TimeProvider.System), TimeProvider.System, all);
        if (faults is null)
            all.ShouldBeEmpty();
        return [.. channels.Select(channel => channel.Make(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance))];
    }
}
