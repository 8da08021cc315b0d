using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Herald.Audit;
using NodaTime;

namespace Herald.Server.Cli;

/// <summary><c>herald audit</c>: judges every attempt of the log again. Exit code 0 = no violation, 1 = some, 2 = the store cannot be read.</summary>
internal static class AuditVerb
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "the server's data directory, or a folder with a backup named herald.db", DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("Herald__DataDirectory") ?? "data") };
        var connection = new Option<string?>("--connection") { Description = "PostgreSQL connection string; without it ConnectionStrings__Herald of the environment, else the data directory", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ConnectionStrings__Herald") };
        var grace = new Option<int>("--grace") { Description = "seconds around a change of settings in which either state is right (0-60)", DefaultValueFactory = _ => 5 };
        var most = new Option<int>("--most") { Description = "violations to print (0-1000000); all are counted", DefaultValueFactory = _ => 1_000 };
        Within(grace, 60);
        Within(most, 1_000_000);
        var verb = new Command("audit", "Judges every attempt again by the windows, hours, limits, consents and presets in force at its time, and checks the log's hash chains") { data, connection, grace, most };
        verb.SetAction((parsed, ct) => RunAsync(Options(parsed.GetValue(data)!, parsed.GetValue(connection)) with { Grace = Duration.FromSeconds(parsed.GetValue(grace)), MostViolations = parsed.GetValue(most) }, ct));
        return verb;
    }

    private static void Within(Option<int> option, int highest) => option.Validators.Add(result =>
    {
        if (result.GetValue(option) is var value && (value < 0 || value > highest))
            result.AddError($"{option.Name} must be 0 to {highest}.");
    });

    private static AuditOptions Options(DirectoryInfo data, string? connection) => string.IsNullOrEmpty(connection)
        ? new AuditOptions { DatabaseFile = Path.Combine(data.FullName, "herald.db") }
        : new AuditOptions { ConnectionString = connection };

    private static async Task<int> RunAsync(AuditOptions options, CancellationToken ct)
    {
        if (options.DatabaseFile is { } file && !File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no store in {Path.GetDirectoryName(file)}. Name the server's data directory with --data, or a PostgreSQL database with --connection.");
            return 2;
        }

        try
        {
            var began = Stopwatch.GetTimestamp();
            var report = await Auditor.RunAsync(options, ct);
            AuditText.Write(report, Console.Out);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
            return report.ViolationCount == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is DbException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"The store cannot be read: {fault.Message}");
            return 2;
        }
    }
}
