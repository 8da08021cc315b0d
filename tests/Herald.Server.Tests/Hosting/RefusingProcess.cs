using System.Diagnostics;
using Herald.Server.Hosting;

namespace Herald.Server.Tests.Hosting;

/// <summary><c>herald</c> as a process of its own, from the build output.</summary>
internal sealed class RefusingProcess : IDisposable
{
    private readonly Process process;

    private RefusingProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public StreamReader Output => process.StandardOutput;

    public static RefusingProcess Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(typeof(HeraldHost).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        return new RefusingProcess(Process.Start(start)!);
    }

    /// <summary>Exit code and standard error; fails after a minute.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var errors = await process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
