using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Herald.Store.Statements;

namespace Herald.Store.Log;

/// <summary>
/// The hash chain of one process: each line's hash covers the hash before it, so that a line changed or taken out shows.
/// The first line follows 32 zero bytes. Used by the writer's thread alone.
/// </summary>
internal sealed class LogChain(long chain)
{
    public const int NumberBits = 40;

    private static readonly Command<ChainedLine> Append = new Command<ChainedLine>("append_log")
        .Number("id", row => row.Id)
        .Number("kind", row => (long)row.Line.Kind)
        .At("at", row => row.Line.At)
        .Id("delivery", row => row.Line.Of.DeliveryId)
        .Id("task", row => row.Line.Of.TaskId)
        .Id("engagement", row => row.Line.Of.EngagementId)
        .Number("channel", row => (long)row.Line.Of.Channel)
        .Number("seq_no", row => row.Line.Of.Sequence)
        .Number("loop", row => row.Line.Of.Loop)
        .Number("contact", row => row.Line.Of.Contact)
        .Number("phone", row => (long)row.Line.Of.Phone)
        .Text("number", row => row.Line.Of.Number)
        .Text("contact_key", row => row.Line.ContactKey)
        .Text("subject_key", row => row.Line.SubjectKey)
        .Text("zone", row => row.Line.Zone)
        .Number("result", row => (long?)row.Line.Result)
        .Text("reason", row => row.Line.Reason)
        .Flag("counts", row => row.Line.Kind == LogLineKind.Start)
        .Blob("hash", row => row.Hash);

    public LogHead Head { get; private set; } = new(0, new byte[SHA256.HashSizeInBytes]);

    public long Chain => chain;

    /// <summary>Takes the ids of that many lines, the first of which is returned. Lines that are not written after all leave a gap, which no hash minds.</summary>
    public long Reserve(int lines)
    {
        var first = (chain << NumberBits) + Head.Number + 1;
        Head = Head with { Number = Head.Number + lines };
        return first;
    }

    /// <summary>The transaction was rolled back, and its lines with it.</summary>
    public void Return(LogHead head) => Head = head;

    public void Write(ISqlSession session, IEnumerable<LogLine> lines)
    {
        var chained = new List<ChainedLine>();
        foreach (var line in lines)
        {
            var id = line.Id ?? Reserve(1);
            Head = Head with { Hash = HashOf(Head.Hash, id, line) };
            chained.Add(new ChainedLine(id, line, Head.Hash));
        }

        session.Later(Append, chained);
    }

    /// <summary>SHA-256 over the hash before and the line's columns in the table's order, joined by U+001F; an empty text for null.</summary>
    public static byte[] HashOf(byte[] before, long id, LogLine line)
    {
        var of = line.Of;
        var text = string.Join('\u001f', Text(id), Text((int)line.Kind), Text(line.At.ToUnixTimeMilliseconds()), of.DeliveryId, of.TaskId, of.EngagementId,
            Text((int)of.Channel), Text(of.Sequence), Text(of.Loop), Text(of.Contact), Text((int)of.Phone), of.Number,
            line.ContactKey, line.SubjectKey, line.Zone, line.Result is { } result ? Text((int)result) : "", line.Reason);
        var bytes = new byte[before.Length + Encoding.UTF8.GetByteCount(text)];
        before.CopyTo(bytes, 0);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(before.Length));
        return SHA256.HashData(bytes);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
