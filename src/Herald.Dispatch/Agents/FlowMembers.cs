using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Herald.Dispatch.Agents;

/// <summary>The members of one mapping of a flow file: each is asked for once, what was not asked for is a fault.</summary>
/// <param name="path">Of the mapping, e.g. <c>steps.ask</c>; empty = the file.</param>
/// <param name="lines">Filled with the line of every member by its path.</param>
internal sealed class FlowMembers(string file, string path, YamlMappingNode node, List<FlowFileFault> faults, Dictionary<string, int> lines)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> values = Read(path, node, lines);

    public string Path => path;

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Null when absent, empty or null. Numbers and words like yes are their text.</summary>
    public string? Text(string name)
    {
        switch (Take(name))
        {
            case null:
                return null;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            default:
                Fault(name, "It is one text or number.");
                return null;
        }
    }

    /// <param name="what">What would be right, e.g. <c>It takes 1 to 32 keys.</c></param>
    public int? Whole(string name, string what)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Fault(name, what);
        return null;
    }

    public YamlMappingNode? Mapping(string name)
    {
        switch (Take(name))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return mapping;
            default:
                Fault(name, "It has members of its own, each on a line of its own and indented.");
                return null;
        }
    }

    /// <summary>Step by key pressed or by value, in the order of the file.</summary>
    public Dictionary<string, string> Texts(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Mapping(name) is not { } mapping)
            return texts;
        var members = new FlowMembers(file, Under(name), mapping, faults, lines);
        foreach (var member in members.values.Keys)
        {
            if (members.Text(member) is { } text)
                texts[member] = text;
            else
                members.Fault(member, "It names the step that follows.");
        }

        return texts;
    }

    /// <summary>Every member, as mappings: the steps.</summary>
    public IEnumerable<(string Name, YamlMappingNode Node)> Rest()
    {
        foreach (var name in values.Keys)
        {
            if (Mapping(name) is { } mapping)
                yield return (name, mapping);
        }
    }

    public void NothingElse()
    {
        foreach (var name in values.Keys.Where(name => !asked.Contains(name)))
            Fault(name, $"No such member; known here are {string.Join(", ", asked)}.");
    }

    public void Fault(string name, string message)
    {
        var member = Under(name);
        var line = lines.GetValueOrDefault(member, lines.GetValueOrDefault(path, (int)node.Start.Line));
        if (!faults.Exists(known => known.Member == member && known.Line == line))
            faults.Add(new FlowFileFault(file, line, member, message));
    }

    private YamlNode? Take(string name)
    {
        asked.Add(name);
        return values.GetValueOrDefault(name);
    }

    private string Under(string name) => name.Length == 0 ? path : path.Length == 0 ? name : $"{path}.{name}";

    private static Dictionary<string, YamlNode> Read(string path, YamlMappingNode node, Dictionary<string, int> lines)
    {
        var values = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            values[name] = value;
            lines[path.Length == 0 ? name : $"{path}.{name}"] = (int)key.Start.Line;
        }

        return values;
    }
}
