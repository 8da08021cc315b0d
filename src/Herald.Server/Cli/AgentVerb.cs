using System.CommandLine;
using Herald.Dispatch.Agents;

namespace Herald.Server.Cli;

/// <summary><c>herald agent check FILE…</c>: tells every fault of flow files without a server.</summary>
internal static class AgentVerb
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "flow files (YAML)", Arity = ArgumentArity.OneOrMore };
        var check = new Command("check", "Checks flow files; exit code 0 when all may run, 1 otherwise") { files };
        check.SetAction((parsed, ct) => CheckAsync(parsed.GetValue(files)!, ct));
        return new Command("agent", "Agents that talk on calls (docs/agents.md)") { check };
    }

    private static async Task<int> CheckAsync(FileInfo[] files, CancellationToken ct)
    {
        var faults = 0;
        foreach (var file in files)
        {
            try
            {
                var (flow, found) = FlowFile.Read(file.Name, await File.ReadAllTextAsync(file.FullName, ct));
                foreach (var fault in found)
                    await Console.Error.WriteLineAsync(fault.ToString());
                if (flow is not null)
                    Console.WriteLine($"{file.Name}: {flow.Steps.Count} steps, no faults");
                faults += found.Count;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {e.Message}");
                faults++;
            }
        }

        return faults == 0 ? 0 : 1;
    }
}
