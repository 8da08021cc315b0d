using System.CommandLine;

namespace Herald.Server.Cli;

/// <summary>The verbs of <c>herald</c>; without one it serves. What it does not know goes on to the configuration.</summary>
internal static class HeraldCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Herald, the open proactive engagement service. Without a verb: serve.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, ct) => ServeVerb.RunAsync([.. parsed.UnmatchedTokens], ct));
        root.Subcommands.Add(ServeVerb.Create());
        root.Subcommands.Add(TokenVerb.Create());
        root.Subcommands.Add(ExplainVerb.Create());
        root.Subcommands.Add(AuditVerb.Create());
        root.Subcommands.Add(ImportVerb.Create());
        root.Subcommands.Add(ImportConsentsVerb.Create());
        root.Subcommands.Add(BackupVerb.Create());
        root.Subcommands.Add(AgentVerb.Create());
        root.Subcommands.Add(Demo.DemoVerb.Create());
        // Ctrl+C and SIGTERM are the host's: it ends running attempts and records them first.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
