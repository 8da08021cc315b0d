using System.CommandLine;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Server.Cli;

/// <summary><c>herald backup FILE</c>: a safe copy of the embedded store, also while a server runs on it.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "the copy to write; must not exist" };
        var data = new Option<DirectoryInfo>("--data") { Description = "the server's data directory", DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("Herald__DataDirectory") ?? "data") };
        var verb = new Command("backup", "Copies the embedded store safely while the server runs (PostgreSQL has pg_dump)") { file, data };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(data)!, ct));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, DirectoryInfo data, CancellationToken ct)
    {
        if (file.Exists)
            return await RefuseAsync($"{file.FullName} exists already.");
        if (!data.Exists || data.GetFiles("*.db").Length == 0)
            return await RefuseAsync($"There is no store in {data.FullName}. Name the server's data directory with --data.");
        try
        {
            await using var store = HeraldStore.Create(new StoreOptions { DataDirectory = data.FullName }, TimeProvider.System, NullLoggerFactory.Instance);
            await store.BackupAsync(file.FullName, ct);
        }
        catch (StoreUnavailableException away)
        {
            return await RefuseAsync(away.Message);
        }

        Console.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length} bytes");
        return 0;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
