using Herald.Store.Intake;
using Microsoft.Data.Sqlite;

namespace Herald.Store.Tests.Writing;

public sealed class SqliteWriterTests : StoreConformance
{
    public SqliteWriterTests()
        : base(StoreEngine.Sqlite)
    {
    }

    [Fact]
    public async Task A_full_disk_refuses_everybody_and_loses_nothing()
    {
        await Under.WriteAsync("pragma max_page_count = 1");
        var kept = 0L;
        var refused = 0;
        while (refused == 0)
        {
            var batch = Enumerable.Range(0, 90).Select(_ => Store.Intake.AppendAsync(Any.Ready(), Ct).AsTask()).ToList();
            foreach (var answer in batch)
            {
                try
                {
                    kept += (await answer).Accepted ? 1 : 0;
                }
                catch (StoreUnavailableException)
                {
                    refused++;
                }
            }
        }

        (await Under.ReadAsync("select count(*) from task")).ShouldBe(kept);
        (await Under.ReadAsync("select count(*) from delivery")).ShouldBe(kept);
        await Under.WriteAsync("pragma max_page_count = 1000000");
        (await Store.Intake.AppendAsync(Any.Ready(), Ct)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_process_is_told_who_has_the_folder()
    {
        var refusal = await Should.ThrowAsync<StoreUnavailableException>(() => Under.OpenAnotherAsync());

        refusal.Message.ShouldContain(Under.Options.DataDirectory!);
    }

    [Fact]
    public async Task A_database_locked_by_another_program_answers_unavailable_and_then_goes_on()
    {
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(Under.Options.DataDirectory!, "herald.db")};Pooling=False"))
        {
            await other.OpenAsync(Ct);
            await using var hold = other.BeginTransaction(deferred: false);
            await Should.ThrowAsync<StoreUnavailableException>(() => Store.Intake.AppendAsync(Any.Ready(), Ct).AsTask());
        }

        (await Store.Intake.AppendAsync(Any.Ready(), Ct)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_backup_opens_with_all_that_was_there()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        var folder = Directory.CreateTempSubdirectory("herald-backup-").FullName;
        await Store.BackupAsync(Path.Combine(folder, "herald.db"), Ct);
        await Should.ThrowAsync<IOException>(() => Store.BackupAsync(Path.Combine(folder, "herald.db"), Ct));

        await using (var copy = StoreUnderTest.Create(Under.Options with { DataDirectory = folder }, TimeProvider.System))
        {
            await copy.OpenAsync(Ct);
            (await copy.Tasks.ReadAsync(task.Task.Id, Ct)).ShouldNotBeNull();
        }

        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task A_full_lane_refuses_at_once()
    {
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var blocked = Store.Rows.WriteAsync(false, async (_, _, _) =>
        {
            inside.SetResult();
            await go.Task;
            return 0;
        }, Ct).AsTask();
        await inside.Task;
        var taken = new List<Task<IntakeAnswer>>();

        Should.Throw<StoreBusyException>(() =>
        {
            while (taken.Count <= 100)
                taken.Add(Store.Intake.AppendAsync(Any.Ready(), Ct).AsTask());
        });

        taken.Count.ShouldBe(100);
        go.SetResult();
        await blocked;
        (await Task.WhenAll(taken)).ShouldAllBe(answer => answer.Accepted);
    }

    [Fact]
    public async Task Work_of_others_that_throws_leaves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Store.Rows.WriteAsync<int>(true, async (connection, transaction, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into purpose (id, name, created_at, modified_at) values (x'00', 'PES', 0, 0)";
            await command.ExecuteNonQueryAsync(ct);
            throw new InvalidOperationException();
        }, Ct).AsTask());

        (await Under.ReadAsync("select count(*) from purpose")).ShouldBe(0);
        (await Store.Settings.ReadVersionAsync(Ct)).ShouldBe(1);
    }

    protected override StoreOptions Options(StoreOptions options) => options with { LaneRows = 100 };
}
