using Herald.Core.Agents;
using YamlDotNet.RepresentationModel;

namespace Herald.Dispatch.Agents;

/// <summary>One flow file on its way from YAML to a checked flow.</summary>
internal sealed class FlowReader(string file)
{
    private readonly List<FlowFileFault> faults = [];
    private readonly Dictionary<string, int> lines = [];

    public (AgentFlow? Flow, IReadOnlyList<FlowFileFault> Faults) Read(string name, YamlMappingNode root)
    {
        var members = Members("", root);
        var (key, text) = members.Mapping("optOut") is { } optOut ? OptOut(Members("optOut", optOut)) : (null, "");
        var steps = new Dictionary<string, FlowStep>(StringComparer.Ordinal);
        foreach (var (step, node) in members.Mapping("steps") is { } all ? Members("steps", all).Rest() : [])
            steps[step] = FlowStepReader.Read(Members($"steps.{step}", node));
        // Without a word on it, the first one in the file.
        var start = members.Text("start") ?? steps.Keys.FirstOrDefault() ?? "";
        members.Text("description");
        members.NothingElse();
        var flow = new AgentFlow(name, start, steps) { OptOutKey = key, OptOutText = text };
        // Ways through steps that could not be read say nothing.
        foreach (var fault in faults.Count == 0 ? FlowChecks.Of(flow) : FlowChecks.OfSteps(flow))
            Add(fault);
        return faults.Count == 0 ? (flow, []) : (null, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private FlowMembers Members(string path, YamlMappingNode node) => new(file, path, node, faults, lines);

    private static (char? Key, string Text) OptOut(FlowMembers members)
    {
        var key = members.Text("key");
        if (key is not { Length: 1 })
            members.Fault("key", "The opt-out key is one of 0-9, * and #.");
        var text = members.Text("text") ?? "";
        members.NothingElse();
        return (key is { Length: 1 } ? key[0] : null, text);
    }

    private void Add(FlowFault fault)
    {
        var path = fault.Step.Length > 0 ? $"steps.{fault.Step}" : "";
        var member = fault.Member.Length == 0 ? path : path.Length == 0 ? fault.Member : $"{path}.{fault.Member}";
        var added = new FlowFileFault(file, lines.GetValueOrDefault(member, lines.GetValueOrDefault(path)), member, fault.Message);
        // What the reader has said of a member is not said again.
        if (!faults.Exists(known => known.Member == member && known.Line == added.Line))
            faults.Add(added);
    }
}
