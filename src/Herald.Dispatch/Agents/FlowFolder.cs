using System.Collections.Immutable;

namespace Herald.Dispatch.Agents;

/// <summary>The flow files of a folder (<c>*.yaml</c>, <c>*.yml</c>), looked at again now and then. A file that became faulty leaves its last good flow in place; calls under way keep the flow they began with.</summary>
public sealed class FlowFolder(string folder, TimeProvider time)
{
    public const int MostFiles = 500;

    private volatile Loaded loaded = new(ImmutableDictionary.Create<string, FlowOnDisk>(StringComparer.OrdinalIgnoreCase), []);

    public string Folder => folder;

    /// <summary>What is wrong on disk now.</summary>
    public IReadOnlyList<FlowFileFault> Faults => [.. loaded.Faults, .. loaded.Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => file.Faults)];

    /// <summary>Names of the flows that may be called.</summary>
    public IReadOnlyList<string> Names => [.. loaded.Files.Where(file => file.Value.Agent is not null).Select(file => file.Key).Order(StringComparer.Ordinal)];

    /// <summary>Case-blind.</summary>
    public IAgent? Find(string name) => loaded.Files.GetValueOrDefault(name)?.Agent;

    /// <summary>Reads what is new or changed since the last look. One caller at a time.</summary>
    public FlowFolderChange Look()
    {
        var before = loaded;
        FileInfo[] files;
        try
        {
            files = [.. new DirectoryInfo(folder).EnumerateFiles().Where(IsFlow).OrderBy(file => file.Name, StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException) when (before.Files.IsEmpty)
        {
            return FlowFolderChange.None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that went away takes no flow with it: a mount may come back.
            return Take(before.Files, [new FlowFileFault(folder, 0, "", $"The folder cannot be read: {e.Message}")], before);
        }

        var faults = new List<FlowFileFault>();
        if (files.Length > MostFiles)
            faults.Add(new FlowFileFault(folder, 0, "", $"A folder holds at most {MostFiles} flows; those after {files[MostFiles - 1].Name} are left out."));
        var flows = ImmutableDictionary.CreateBuilder<string, FlowOnDisk>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Take(MostFiles))
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            if (flows.TryGetValue(name, out var twin))
                faults.Add(new FlowFileFault(file.Name, 0, "", $"{twin.File} has the same name; names do not differ by case or ending."));
            else
                flows[name] = FlowOnDisk.Read(file, before.Files.GetValueOrDefault(name), time);
        }

        return Take(flows.ToImmutable(), faults, before);
    }

    private FlowFolderChange Take(ImmutableDictionary<string, FlowOnDisk> files, IReadOnlyList<FlowFileFault> faults, Loaded before)
    {
        var known = Faults;
        loaded = new Loaded(files, faults);
        return new FlowFolderChange(
            [.. files.Values.Where(file => file.Agent is not null && file.Agent != before.Files.GetValueOrDefault(file.Name)?.Agent).Select(file => file.Name)],
            [.. before.Files.Values.Where(file => file.Agent is not null && !files.ContainsKey(file.Name)).Select(file => file.Name)],
            [.. Faults.Except(known)]);
    }

    private static bool IsFlow(FileInfo file) => file.Name[0] != '.' && file.Extension.ToUpperInvariant() is ".YAML" or ".YML";

    private sealed record Loaded(ImmutableDictionary<string, FlowOnDisk> Files, IReadOnlyList<FlowFileFault> Faults);
}
