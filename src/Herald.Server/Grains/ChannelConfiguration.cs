using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Simulated;
using Herald.Dispatch.Channels.Sms;
using Herald.Dispatch.Channels.Twilio;
using Herald.Dispatch.Channels.Voice;

namespace Herald.Server.Grains;

/// <summary>Makes the channels of <c>Herald:Channels:&lt;key&gt;</c> by their <c>Type</c>. Without any section a development process has one, <c>simulated</c>.</summary>
internal static class ChannelConfiguration
{
    public const string Simulated = "Simulated";
    public const string Smpp = "Smpp";
    public const string Twilio = "Twilio";
    public const string Sip = "Sip";

    private const string Root = "Herald:Channels";
    private const double DevelopmentScale = 0.1;

    /// <param name="faults">All mistakes of all sections.</param>
    public static IReadOnlyList<ChannelMaker> Read(IConfiguration configuration, bool development, IAgents agents, TimeProvider time, ICollection<string> faults)
    {
        var channels = new List<ChannelMaker>();
        var defaults = configuration.GetSection($"{Root}:{Simulated}");
        foreach (var section in configuration.GetSection(Root).GetChildren())
        {
            if (section["Type"] is { } type)
            {
                if (string.Equals(type, Simulated, StringComparison.OrdinalIgnoreCase))
                    Add(channels, Simulate(section.Key, [defaults, section], development, agents, time, faults));
                else if (string.Equals(type, Smpp, StringComparison.OrdinalIgnoreCase))
                    channels.Add(Message(section, time, faults));
                else if (string.Equals(type, Twilio, StringComparison.OrdinalIgnoreCase))
                    channels.Add(Cloud(section, time, faults));
                else if (string.Equals(type, Sip, StringComparison.OrdinalIgnoreCase))
                    channels.Add(Voice(section, configuration["Herald:DataDirectory"], agents, time, faults));
                else
                    faults.Add($"{section.Path}:Type '{type}' is not known; {Simulated}, {Smpp}, {Twilio} and {Sip} are.");
            }
        }

        if (!channels.Exists(channel => string.Equals(channel.Name, Simulated, StringComparison.OrdinalIgnoreCase)) && (development || defaults.GetValue<bool>("Enabled")))
            Add(channels, Simulate(Simulated.ToLowerInvariant(), [defaults], development, agents, time, faults));
        return channels;
    }

    private static void Add(List<ChannelMaker> channels, ChannelMaker? channel)
    {
        if (channel is not null)
            channels.Add(channel);
    }

    private static ChannelMaker Message(IConfigurationSection section, TimeProvider time, ICollection<string> faults)
    {
        var options = new SmsChannelOptions();
        foreach (var part in options.Bound)
            section.Bind(part);
        foreach (var fault in options.Faults(section.Path))
            faults.Add(fault);
        return new ChannelMaker(section.Key, logs => new SmsChannel(section.Key, options, time, logs));
    }

    private static ChannelMaker Cloud(IConfigurationSection section, TimeProvider time, ICollection<string> faults)
    {
        var options = new TwilioOptions();
        section.Bind(options);
        foreach (var fault in options.Faults(section.Path))
            faults.Add(fault);
        return new ChannelMaker(section.Key, logs => new TwilioChannel(section.Key, options, time, logs));
    }

    private static ChannelMaker Voice(IConfigurationSection section, string? dataDirectory, IAgents agents, TimeProvider time, ICollection<string> faults)
    {
        var options = new VoiceChannelOptions();
        section.Bind(options);
        options.DataDirectory = dataDirectory ?? options.DataDirectory;
        foreach (var fault in options.Faults(section.Path))
            faults.Add(fault);
        return new ChannelMaker(section.Key, logs => new VoiceChannel(section.Key, options, agents, time, logs));
    }

    private static ChannelMaker? Simulate(string key, IReadOnlyList<IConfigurationSection> sections, bool development, IAgents agents, TimeProvider time, ICollection<string> faults)
    {
        var options = new SimulatedOptions { Enabled = development, TimeScale = development ? DevelopmentScale : 1 };
        foreach (var section in sections)
            section.Bind(options);
        if (!options.Enabled)
        {
            faults.Add($"{Root}:{key} is simulated: outside Development it needs {Root}:{Simulated}:Enabled=true, for it reaches nobody.");
            return null;
        }

        foreach (var fault in options.Faults($"{Root}:{key}"))
            faults.Add(fault);
        return new ChannelMaker(key, _ => new SimulatedChannel(key, options, time, agents));
    }
}
