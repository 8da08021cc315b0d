using Herald.Dispatch.Agents;

namespace Herald.Server.Agents;

/// <summary>Reads <c>Herald:Agents</c>: the folder of flow files, and a section for each agent behind HTTP.</summary>
internal static class AgentConfiguration
{
    public const string Section = "Herald:Agents";

    private const string Folder = "Folder";
    private const string Poll = "Poll";
    private const int NameLongest = 100;
    private static readonly TimeSpan DefaultPoll = TimeSpan.FromSeconds(2);

    /// <param name="dataDirectory">Its <c>agents</c> is the default folder.</param>
    /// <param name="development">A faulty flow does not stop the start: it is said, and read again once mended.</param>
    /// <param name="faults">All mistakes of the section and of the flow files.</param>
    public static AgentSettings Read(IConfiguration configuration, string dataDirectory, bool development, TimeProvider time, ICollection<string> faults)
    {
        var section = configuration.GetSection(Section);
        var given = section[Folder] is { Length: > 0 } text ? Path.GetFullPath(text) : null;
        var folder = given ?? Path.Combine(dataDirectory, "agents");
        if (given is not null && !Directory.Exists(given))
            faults.Add($"{Section}:{Folder}: '{given}' does not exist.");
        if (given is null && development)
            ExampleFlow.WriteInto(folder);
        var poll = section.GetValue(Poll, DefaultPoll);
        if (poll < TimeSpan.FromMilliseconds(100) || poll > TimeSpan.FromHours(1))
            faults.Add($"{Section}:{Poll} must be 00:00:00.1..01:00:00.");

        var flows = new FlowFolder(folder, time);
        flows.Look();
        if (!development)
            foreach (var fault in flows.Faults)
                faults.Add($"{folder}: {fault}");
        return new AgentSettings(new AgentBook(flows, Programs(section, development, time, faults), time), poll);
    }

    private static Dictionary<string, IAgent> Programs(IConfigurationSection section, bool development, TimeProvider time, ICollection<string> faults)
    {
        var programs = new Dictionary<string, IAgent>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren().Where(child => !child.Key.Equals(Folder, StringComparison.OrdinalIgnoreCase) && !child.Key.Equals(Poll, StringComparison.OrdinalIgnoreCase)))
        {
            var options = new HttpAgentOptions();
            child.Bind(options);
            foreach (var fault in options.Faults(child.Path, development))
                faults.Add(fault);
            if (child.Key.Length > NameLongest)
                faults.Add($"{child.Path}: the name of an agent has at most {NameLongest} characters.");
            if (options.Url is not null)
                programs[child.Key] = new HttpAgent(child.Key, options, time);
        }

        return programs;
    }
}
