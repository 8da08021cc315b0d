using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Simulated;

namespace Herald.Server.Grains;

/// <summary>Makes the channels of <c>Herald:Channels:&lt;key&gt;</c> by their <c>Type</c>. Without any section a development process has one, <c>simulated</c>.</summary>
internal static class ChannelConfiguration
{
    public const string Simulated = "Simulated";

    private const string Root = "Herald:Channels";
    private const double DevelopmentScale = 0.1;

    /// <param name="faults">All mistakes of all sections.</param>
    public static IReadOnlyList<IChannel> Read(IConfiguration configuration, bool development, TimeProvider time, ICollection<string> faults)
    {
        var channels = new List<IChannel>();
        var defaults = configuration.GetSection($"{Root}:{Simulated}");
        foreach (var section in configuration.GetSection(Root).GetChildren())
        {
            if (section["Type"] is { } type)
            {
                if (string.Equals(type, Simulated, StringComparison.OrdinalIgnoreCase))
                    Add(channels, Simulate(section.Key, [defaults, section], development, time, faults));
                else
                    faults.Add($"{section.Path}:Type '{type}' is not known; Simulated is.");
            }
        }

        if (!channels.Exists(channel => string.Equals(channel.Name, Simulated, StringComparison.OrdinalIgnoreCase)) && (development || defaults.GetValue<bool>("Enabled")))
            Add(channels, Simulate(Simulated.ToLowerInvariant(), [defaults], development, time, faults));
        return channels;
    }

    private static void Add(List<IChannel> channels, IChannel? channel)
    {
        if (channel is not null)
            channels.Add(channel);
    }

    private static SimulatedChannel? Simulate(string key, IReadOnlyList<IConfigurationSection> sections, bool development, TimeProvider time, ICollection<string> faults)
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
        return new SimulatedChannel(key, options, time);
    }
}
