using System.CommandLine;
using Herald.Server.Hosting;

namespace Herald.Server.Cli;

/// <summary><c>herald serve</c>: the server, until it is told to stop.</summary>
internal static class ServeVerb
{
    /// <summary>sysexits.h EX_CONFIG.</summary>
    public const int BadSettings = 78;

    /// <summary>sysexits.h EX_USAGE.</summary>
    private const int UnknownVerb = 64;

    public static Command Create()
    {
        var verb = new Command("serve", "Serves (the default). Further arguments are configuration: --urls, --environment, --Herald:DataDirectory …")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        verb.SetAction((parsed, ct) => RunAsync([.. parsed.UnmatchedTokens], ct));
        return verb;
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync($"'{first}' is no verb; see herald --help.");
            return UnknownVerb;
        }

        try
        {
            await using var app = HeraldHost.Build(args);
            await app.StartAsync(ct);
            StartLines.Print(app, Console.Out);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (BadSettingsException bad)
        {
            await Console.Error.WriteLineAsync("Herald cannot start. Mend these settings:");
            foreach (var mistake in bad.Mistakes)
                await Console.Error.WriteLineAsync($"  {mistake}");
            return BadSettings;
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Herald cannot start: {busy.Message}");
            return 1;
        }
    }
}
