using System.Diagnostics;

namespace Herald.Server.Tests.Running;

/// <summary>Runs one of the Node programs in <c>clients/</c>, installing their packages first.</summary>
internal static class NodeClient
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "clients");
    private static readonly Lazy<Task<string>> Installed = new(() => ProcessAsync("sh", [Path.Combine(Folder, "install.sh")], []));

    private static readonly Lazy<Task<string>> PowerShell = new(() => ProcessAsync("sh", [Path.Combine(Folder, "install-powershell.sh")], []));

    /// <summary>Its standard output; fails with its standard error when it does not end with 0.</summary>
    public static async Task<string> RunAsync(string program, string[] args, params (string Name, string Value)[] environment)
    {
        await Installed.Value;
        return await ProcessAsync("node", [Path.Combine(Folder, program), .. args], environment);
    }

    /// <summary>PowerShell with one of the scripts there.</summary>
    public static async Task<string> PowerShellAsync(string script, params string[] args)
    {
        await PowerShell.Value;
        return await ProcessAsync(Path.Combine(Folder, "pwsh", "pwsh"), ["-NoProfile", "-NonInteractive", Path.Combine(Folder, script), .. args], [("POWERSHELL_TELEMETRY_OPTOUT", "1"), ("POWERSHELL_UPDATECHECK", "Off")]);
    }

    /// <summary>Any other program, the same way.</summary>
    public static async Task<string> ProcessAsync(string program, string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var errors = process.StandardError.ReadToEndAsync(bound.Token);
        var output = await process.StandardOutput.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }
}
