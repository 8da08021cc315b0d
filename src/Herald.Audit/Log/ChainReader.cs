using System.Data.Common;
using System.Threading.Channels;

namespace Herald.Audit.Log;

/// <summary>Reads one chain in order, page by page on a connection and a thread of its own, and checks its hashes there.</summary>
internal sealed class ChainReader : IAsyncDisposable
{
    private const string Page = """
        select l.id, l.kind, l.at, l.delivery_id, l.task_id, l.engagement_id, l.channel, l.seq_no, l.loop, l.contact_index, l.phone, l.number,
            l.contact_key, l.subject_key, l.zone, l.result, l.reason, l.counts, l.hash, t.created_at, t.intake, t.ended_at, b.body
        from attempt_log l
        left join task t on l.kind = 0 and t.id = l.task_id
        left join task_body b on l.kind = 0 and b.task_id = l.task_id
        where l.id > @after and l.id <= @last order by l.id limit @page
        """;

    private readonly AuditDatabase database;
    private readonly ChainHead head;
    private readonly int pageLines;
    private readonly CancellationTokenSource stop;
    private readonly Channel<List<Line>> pages = System.Threading.Channels.Channel.CreateBounded<List<Line>>(2);
    private readonly Task reading;
    private List<Line> page = [];
    private int next;

    public ChainReader(AuditDatabase database, ChainHead head, int pageLines, CancellationToken ct)
    {
        (this.database, this.head, this.pageLines) = (database, head, pageLines);
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // SQLite reads on the caller's thread: judging goes on beside it.
        reading = Task.Run(ReadAsync, CancellationToken.None);
    }

    /// <summary>The line to be judged next; null = the end.</summary>
    public Line? Head { get; private set; }

    public async ValueTask<bool> MoveAsync(CancellationToken ct)
    {
        while (next == page.Count)
        {
            if (!await pages.Reader.WaitToReadAsync(ct))
            {
                Head = null;
                return false;
            }

            if (pages.Reader.TryRead(out var read))
                (page, next) = (read, 0);
        }

        Head = page[next++];
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var connection = await database.OpenAsync(stop.Token);
            var hash = new LineHash();
            var before = head.PrunedHash;
            for (var after = head.PrunedId; after < head.LastId;)
            {
                var lines = await ReadPageAsync(connection, after);
                if (lines.Count == 0)
                    break;
                foreach (var line in lines)
                {
                    line.Broken = !hash.Follows(before, line);
                    before = line.Hash;
                }

                after = lines[^1].Id;
                await pages.Writer.WriteAsync(lines, stop.Token);
            }

            pages.Writer.Complete();
        }
        catch (Exception fault)
        {
            // The judge hears it at its next line.
            pages.Writer.Complete(fault);
        }
    }

    private async Task<List<Line>> ReadPageAsync(DbConnection connection, long after)
    {
        var lines = new List<Line>();
        await using var command = AuditDatabase.Command(connection, Page, ("after", after), ("last", head.LastId), ("page", (long)pageLines));
        await using var row = await command.ExecuteReaderAsync(stop.Token);
        while (await row.ReadAsync(stop.Token))
            lines.Add(LineOf(row));
        return lines;
    }

    private static Line LineOf(DbDataReader row)
    {
        var contact = row.GetInt32(9);
        return new Line(
            row.GetInt64(0), (LineKind)row.GetInt32(1), row.GetInt64(2), AuditDatabase.Id(row, 3), AuditDatabase.Id(row, 4), AuditDatabase.Id(row, 5),
            row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), contact, row.GetInt32(10), row.GetString(11))
        {
            ContactKey = Text(row, 12),
            SubjectKey = Text(row, 13),
            Zone = Text(row, 14),
            Result = row.IsDBNull(15) ? null : row.GetInt32(15),
            Reason = Text(row, 16),
            Counts = row.GetBoolean(17),
            Hash = row.GetFieldValue<byte[]>(18),
            Request = row.IsDBNull(22) || row.IsDBNull(19) ? null
                : Request.Read(row.GetInt64(19), row.GetInt32(20), row.IsDBNull(21) ? null : row.GetInt64(21), row.GetFieldValue<byte[]>(22), contact),
        };
    }

    private static string? Text(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
}
