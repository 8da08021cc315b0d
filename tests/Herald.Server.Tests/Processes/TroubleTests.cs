using System.Diagnostics;
using Herald.Testing;
using Microsoft.Data.Sqlite;

namespace Herald.Server.Tests.Processes;

/// <summary>A disk that is full, a database somebody else holds, a database server that restarts, a clock that is set: under load, over HTTP, real ones. Callers wait or hear 503; nothing answered is lost, nothing is attempted twice.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-trouble");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_disk_refuses_and_goes_on_when_there_is_room_again()
    {
        var disk = folder.CreateSubdirectory("disk").FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk);
        try
        {
            using var herald = await StartAsync(("Herald:DataDirectory", Path.Combine(disk, "data")));
            await using var posting = new Posting(herald).Start();
            await posting.UntilAsync(() => posting.Refused > 20);

            Run("mount", "-o", "remount,size=200m", disk);
            var full = posting.Kept.Count;
            await posting.UntilAsync(() => posting.Kept.Count > full + 50);

            await AllEndOnceAsync(herald, posting);
            (await herald.TerminateAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, herald.Output);
        }
        finally
        {
            Run("umount", disk);
        }
    }

    [Fact]
    public async Task A_database_held_by_another_program_refuses_and_goes_on_when_it_is_let_go()
    {
        using var herald = await StartAsync(("Herald:DataDirectory", folder.FullName));
        await using var posting = new Posting(herald).Start();
        await posting.UntilAsync(() => posting.Kept.Count > 50);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "herald.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = other.BeginTransaction(deferred: false);
            await posting.UntilAsync(() => posting.Refused > 8);
        }

        var held = posting.Kept.Count;
        await posting.UntilAsync(() => posting.Kept.Count > held + 50);

        await AllEndOnceAsync(herald, posting);
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task A_database_server_that_restarts_is_waited_for(string mode)
    {
        await using var cluster = await PostgresCluster.StartAsync();
        using var herald = await StartAsync(("Herald:DataDirectory", folder.FullName), ("ConnectionStrings:Herald", await cluster.CreateDatabaseAsync()));
        await using var posting = new Posting(herald).Start();
        await posting.UntilAsync(() => posting.Kept.Count > 100);

        await cluster.StopAsync(mode);
        await cluster.BeginAsync();

        var before = posting.Kept.Count;
        await posting.UntilAsync(() => posting.Kept.Count > before + 100);
        await AllEndOnceAsync(herald, posting);
    }

    [Fact]
    public async Task A_clock_that_is_set_forth_and_back_neither_loses_nor_repeats()
    {
        var clock = Path.Combine(folder.FullName, "clock");
        await SetClockAsync("+0");
        using var herald = await StartAsync(
            ("Herald:DataDirectory", folder.FullName),
            ("LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            ("FAKETIME_TIMESTAMP_FILE", clock),
            ("FAKETIME_NO_CACHE", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        await using var posting = new Posting(herald).Start();

        // The token is good for an hour and five minutes before it. The last one is ahead of all: what was accepted at a later clock waits until that comes again.
        foreach (var offset in new[] { "+1200", "-200", "+3000", "-2", "+3300" })
        {
            var before = posting.Kept.Count;
            await posting.UntilAsync(() => posting.Kept.Count > before + 50);
            await SetClockAsync(offset);
        }

        var last = posting.Kept.Count;
        await posting.UntilAsync(() => posting.Kept.Count > last + 50);
        posting.Refused.ShouldBe(0);
        await AllEndOnceAsync(herald, posting);

        // Renamed into place: the server must not read half of it.
        async Task SetClockAsync(string offset)
        {
            await File.WriteAllTextAsync(clock + ".new", offset + "\n");
            File.Move(clock + ".new", clock, overwrite: true);
        }
    }

    private static async Task<HeraldProcess> StartAsync(params (string, string)[] settings)
    {
        var herald = await HeraldProcess.StartAsync([.. settings, ("Herald:Channels:Simulated:TimeScale", "0.01")]);
        await herald.SignInAsync();
        return herald;
    }

    private static async Task AllEndOnceAsync(HeraldProcess herald, Posting posting)
    {
        await posting.StopAsync();
        posting.Faults.ShouldBeEmpty();
        await Ends.WaitAsync(herald, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(90));
        foreach (var task in posting.Kept)
            (await Ends.OfTaskAsync(herald, task)).ShouldHaveSingleItem($"task {task}").ShouldBe(("Complete", "Delivered"), $"task {task}\n{herald.Output}");
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }
}
