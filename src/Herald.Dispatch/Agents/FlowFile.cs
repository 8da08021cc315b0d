using Herald.Core.Agents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Herald.Dispatch.Agents;

/// <summary>Reads a flow from YAML. The members are those of docs/agents.md; every fault is told, not the first.</summary>
public static class FlowFile
{
    /// <summary>Characters of a file.</summary>
    public const int Longest = 512 * 1024;

    // Steps and choices need four; the parser's tree is recursive, and a file of brackets must not end the process.
    private const int Deepest = 16;

    /// <param name="file">Name without its folder; without its extension it is the agent's name.</param>
    /// <returns>The flow, or null and why not.</returns>
    public static (AgentFlow? Flow, IReadOnlyList<FlowFileFault> Faults) Read(string file, string text)
    {
        if (text.Length > Longest)
            return (null, [new(file, 0, "", $"A flow file has at most {Longest / 1024} KB.")]);
        try
        {
            return Root(text, out var mistake) is { } root
                ? new FlowReader(file).Read(Path.GetFileNameWithoutExtension(file), root)
                : (null, [new(file, 1, "", mistake!)]);
        }
        catch (YamlException e)
        {
            return (null, [new(file, (int)e.Start.Line, "", $"It is not readable YAML: {e.InnerException?.Message ?? e.Message}")]);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // What the library's scanner and tree throw for some broken texts instead of a YamlException (found by trying any text).
            return (null, [new(file, 1, "", $"It is not readable YAML: {e.Message}")]);
        }
    }

    private static YamlMappingNode? Root(string text, out string? mistake)
    {
        mistake = null;
        if (IsTooDeep(text))
        {
            mistake = $"Nothing in a flow is nested deeper than {Deepest} levels.";
            return null;
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            return root;
        mistake = "A flow file is one document with the members start, optOut and steps.";
        return null;
    }

    private static bool IsTooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            if (depth > Deepest)
                return true;
        }

        return false;
    }
}
