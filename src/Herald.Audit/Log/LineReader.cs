using System.Text;

namespace Herald.Audit.Log;

/// <summary>Rows into lines, each hash checked on the way. Every column is asked for once: asking is most of the work. For one thread.</summary>
internal sealed class LineReader
{
    private readonly LineHash hash = new();
    private readonly TextPool texts = new();
    private readonly RequestReader requests;
    private readonly byte[] before = new byte[LineHash.Size];

    public LineReader() => requests = new RequestReader(texts);

    /// <param name="previous">Hash of the line before the first.</param>
    public List<Line> Read(LogRows rows, ReadOnlySpan<byte> previous)
    {
        Remember(previous);
        var lines = new List<Line>();
        while (rows.Read())
            lines.Add(Next(rows));
        return lines;
    }

    private Line Next(LogRows row)
    {
        hash.Begin(before);
        var id = hash.Add(row.Number(0));
        var kind = (LineKind)hash.Add(row.Number(1));
        var at = hash.Add(row.Number(2));
        var (delivery, task, engagement) = (hash.Add(row.Id(3)), hash.Add(row.Id(4)), hash.Add(row.Id(5)));
        var (channel, sequence, loop) = ((int)hash.Add(row.Number(6)), (int)hash.Add(row.Number(7)), (int)hash.Add(row.Number(8)));
        var (contact, phone) = ((int)hash.Add(row.Number(9)), (int)hash.Add(row.Number(10)));
        var number = Encoding.UTF8.GetString(hash.Add(row.Bytes(11)));
        var key = hash.Add(row.Bytes(12)) is { Length: > 0 } person ? Encoding.UTF8.GetString(person) : null;
        hash.Add(row.Bytes(13));
        hash.Add(row.Bytes(14));
        int? result = row.IsNull(15) ? null : (int)row.Number(15);
        hash.Add(result);
        var reason = hash.Add(row.Bytes(16)) is { Length: > 0 } why ? texts.Get(why) : null;
        var own = row.Bytes(18);
        var broken = !hash.Is(own);
        Remember(own);
        return new Line(id, kind, at, delivery, task, engagement, channel, sequence, loop, contact, phone, number)
        {
            ContactKey = key,
            Result = result,
            Reason = reason,
            Counts = row.Number(17) != 0,
            Broken = broken,
            Request = kind == LineKind.Start ? RequestOf(row, contact) : null,
        };
    }

    private Request? RequestOf(LogRows row, int contact) => row.Bytes(22) is { Length: > 0 } body && !row.IsNull(19)
        ? requests.Read(row.Number(19), (int)row.Number(20), row.IsNull(21) ? null : row.Number(21), body, contact)
        : null;

    // A hash of another length follows from nothing, and nothing from it.
    private void Remember(ReadOnlySpan<byte> own)
    {
        before.AsSpan().Clear();
        own[..Math.Min(before.Length, own.Length)].CopyTo(before);
    }
}
