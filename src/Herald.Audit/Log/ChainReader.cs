using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;

namespace Herald.Audit.Log;

/// <summary>
/// Reads one chain in order. Pages are read ahead, several at a time, each on a connection and a thread of its own:
/// what a page's first hash follows from is the last line before it, so that no page need wait for another.
/// </summary>
internal sealed class ChainReader : IAsyncDisposable
{
    private static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly AuditDatabase database;
    private readonly ChainHead head;
    private readonly int pageLines;
    private readonly CancellationTokenSource stop;
    private readonly Channel<Task<List<Line>>> pages = System.Threading.Channels.Channel.CreateBounded<Task<List<Line>>>(Ahead - 1);
    private readonly ConcurrentBag<(DbConnection Connection, LineReader Lines)> idle = [];
    private readonly Task ordering;
    private List<Line> page = [];
    private int next;

    public ChainReader(AuditDatabase database, ChainHead head, int pageLines, CancellationToken ct)
    {
        (this.database, this.head, this.pageLines) = (database, head, pageLines);
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ordering = Task.Run(OrderAsync, CancellationToken.None);
    }

    /// <summary>The line to be judged next; null = the end.</summary>
    public Line? Head { get; private set; }

    /// <summary>Goes to the next line without waiting, where it is in memory.</summary>
    public bool TryMove()
    {
        if (next == page.Count)
            return false;
        Head = page[next++];
        return true;
    }

    public async ValueTask<bool> MoveAsync(CancellationToken ct)
    {
        while (!TryMove())
        {
            if (!await pages.Reader.WaitToReadAsync(ct))
            {
                Head = null;
                return false;
            }

            if (pages.Reader.TryRead(out var read))
                (page, next) = (await read, 0);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ordering;
        while (pages.Reader.TryRead(out var left))
            await left.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        foreach (var (connection, _) in idle)
            await connection.DisposeAsync();
        stop.Dispose();
    }

    private async Task OrderAsync()
    {
        try
        {
            await using var connection = await database.OpenAsync(stop.Token);
            for (var after = head.PrunedId; await FirstAsync(connection, after) is { } first; after = first - 1 + pageLines)
            {
                var from = first - 1;
                await pages.Writer.WaitToWriteAsync(stop.Token);
                // SQLite reads on the caller's thread.
                await pages.Writer.WriteAsync(Task.Run(() => ReadPageAsync(from), CancellationToken.None), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            // The judge hears it at its next page.
            pages.Writer.Complete(fault);
            return;
        }

        pages.Writer.Complete();
    }

    // Numbers may have gaps, and somebody may have put in a line far ahead.
    private async Task<long?> FirstAsync(DbConnection connection, long after)
    {
        await using var command = AuditDatabase.Command(connection, "select min(id) from attempt_log where id > @after and id <= @last", ("after", after), ("last", head.LastId));
        return await command.ExecuteScalarAsync(stop.Token) as long?;
    }

    private async Task<List<Line>> ReadPageAsync(long after)
    {
        if (!idle.TryTake(out var own))
            own = (await database.OpenLogAsync(stop.Token), new LineReader());
        try
        {
            var before = await HashBeforeAsync(own.Connection, after);
            using var rows = await LogRows.ReadAsync(own.Connection, after, Math.Min(after + pageLines, head.LastId), stop.Token);
            return own.Lines.Read(rows, before);
        }
        finally
        {
            idle.Add(own);
        }
    }

    private async Task<byte[]> HashBeforeAsync(DbConnection connection, long after)
    {
        await using var command = AuditDatabase.Command(connection, "select hash from attempt_log where id > @pruned and id <= @after order by id desc limit 1", ("pruned", head.PrunedId), ("after", after));
        return await command.ExecuteScalarAsync(stop.Token) as byte[] ?? head.PrunedHash;
    }
}
