using Herald.Core.Deliveries;
using Herald.Store.Consents;
using Herald.Store.Queue;
using Npgsql;

namespace Herald.Store.Tests.Consents;

public sealed class PostgresConsentTests() : ConsentConformance(StoreEngine.Postgres)
{
    [Fact]
    public async Task An_opt_out_waits_for_a_start_under_way_in_another_process()
    {
        await using var other = new NpgsqlConnection(Under.Options.ConnectionString);
        await other.OpenAsync(Ct);
        await using var start = await other.BeginTransactionAsync(Ct);
        await using (var shared = new NpgsqlCommand("select pg_advisory_xact_lock_shared(4713, 0)", other, start))
            await shared.ExecuteNonQueryAsync(Ct);

        var optOut = Store.Facts.SetConsentAsync(Channel.Voice, Any.Number(), true, ConsentSource.Internal, Noon, Ct);
        while (await Under.ReadAsync("select count(*) from pg_locks where locktype = 'advisory' and classid = 4713 and not granted") == 0)
            Ct.ThrowIfCancellationRequested();
        optOut.IsCompleted.ShouldBeFalse();
        await start.CommitAsync(Ct);
        await optOut;
    }

    [Fact]
    public async Task A_start_waits_for_the_consents_under_way_in_another_process()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);
        await using var other = new NpgsqlConnection(Under.Options.ConnectionString);
        await other.OpenAsync(Ct);
        await using var step = await other.BeginTransactionAsync(Ct);
        await using (var write = new NpgsqlCommand($"insert into consent (id, contactpointvalue, contactpointtype, value, created_at, modified_at) values (gen_random_uuid(), '{task.Task.Contacts[0].MobilePhone}', 534120003, 534120002, 0, 0)", other, step))
            await write.ExecuteNonQueryAsync(Ct);

        var start = Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(task)), Ct);
        while (await Under.ReadAsync("select count(*) from pg_locks where locktype = 'advisory' and classid = 4713 and not granted") == 0)
            Ct.ThrowIfCancellationRequested();
        await step.CommitAsync(Ct);
        (await start).Started.ShouldBeEmpty();
    }
}
