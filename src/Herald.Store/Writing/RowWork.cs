using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Settings;

namespace Herald.Store.Writing;

/// <summary>A caller's own statements in the writer's transaction.</summary>
internal sealed class RowWork<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct) : OthersWork
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T answer = default!;

    public Task<T> Durable => done.Task;

    public override void Apply(IWriterSession session)
    {
        ct.ThrowIfCancellationRequested();
        var transaction = session.BeginForOthers();
        // The writer's thread waits: the work's own continuations run on the pool.
        answer = work(session.Connection, transaction, ct).AsTask().GetAwaiter().GetResult();
        if (changesSettings)
            SettingsVersion.Bump(session);
    }

    public override void Answer() => done.TrySetResult(answer);

    public override void Fail(Exception fault) => done.TrySetException(fault);
}
