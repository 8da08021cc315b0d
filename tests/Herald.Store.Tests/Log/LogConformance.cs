using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Store.Log;

namespace Herald.Store.Tests.Log;

public abstract class LogConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task Each_line_covers_the_line_before_it()
    {
        var tasks = Enumerable.Range(0, 5).Select(_ => Any.Ready()).ToList();
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);
        // One of the six is refused: its place in the chain stays empty.
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, [Any.Start(tasks[0]), Any.Start(Any.Ready()), .. tasks[1..].Select(task => Any.Start(task))]), Ct);
        await Store.Queue.FinishAsync(Any.Finished(tasks[0], Owner, Noon, DeliveryResult.NoAnswer), Ct);
        await Store.Queue.NotSentAsync(new Herald.Store.Queue.UnsentDelivery(tasks[1].DeliveryId, Owner, Noon, Noon, ReasonCode.NotSent), Ct);

        var lines = await ReadAsync();

        lines.Count.ShouldBe(7);
        Verify(lines).ShouldBeTrue();
        Verify([.. lines[..3], .. lines[4..]]).ShouldBeFalse();
        Verify([.. lines[..2], lines[2] with { Line = lines[2].Line with { Zone = "Europe/Rome" } }, .. lines[3..]]).ShouldBeFalse();
    }

    private static bool Verify(IReadOnlyList<ChainedLine> lines)
    {
        var before = new byte[32];
        foreach (var line in lines)
        {
            before = LogChain.HashOf(before, line.Id, line.Line);
            if (!before.SequenceEqual(line.Hash))
                return false;
        }

        return true;
    }

    private async Task<List<ChainedLine>> ReadAsync()
    {
        await using var connection = await Store.Rows.OpenReaderAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select id, kind, at, delivery_id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, number, contact_key, subject_key, zone, result, reason, hash from attempt_log order by id";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<ChainedLine>();
        while (await reader.ReadAsync(Ct))
        {
            var facts = new LogFacts(Id(3), Id(4), Id(5), (Channel)Number(6), Number(7), Number(8), Number(9), (PhoneType)Number(10), Text(11)!);
            var line = new LogLine((LogLineKind)Number(1), Instant.FromUnixTimeMilliseconds(reader.GetInt64(2)), facts)
            {
                ContactKey = Text(12), SubjectKey = Text(13), Zone = Text(14), Result = reader.IsDBNull(15) ? null : (DeliveryResult)Number(15), Reason = Text(16),
            };
            lines.Add(new ChainedLine(reader.GetInt64(0), line, (byte[])reader.GetValue(17)));
        }

        return lines;

        int Number(int ordinal) => Convert.ToInt32(reader.GetValue(ordinal), CultureInfo.InvariantCulture);
        string? Text(int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
        Guid Id(int ordinal) => reader.GetValue(ordinal) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(ordinal);
    }
}
