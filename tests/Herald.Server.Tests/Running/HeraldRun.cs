using System.Diagnostics;
using Herald.Server.Hosting;

namespace Herald.Server.Tests.Running;

/// <summary><c>herald</c> as a process from the build output, run to its end.</summary>
/// <param name="Code">Exit code.</param>
internal sealed record HeraldRun(int Code, string Output, string Errors)
{
    /// <summary>Fails after two minutes.</summary>
    public static async Task<HeraldRun> OfAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HeraldHost).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var errors = process.StandardError.ReadToEndAsync(bound.Token);
            var output = await process.StandardOutput.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return new HeraldRun(process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
