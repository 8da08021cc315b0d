using System.Text;

namespace Herald.Audit.Log;

/// <summary>Rows into lines, each hash checked on the way. For one thread.</summary>
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
        previous.CopyTo(before);
        var lines = new List<Line>();
        while (rows.Read())
        {
            var follows = hash.Follows(before, rows);
            lines.Add(LineOf(rows, !follows));
            // A hash of another length can follow from nothing, and nothing from it.
            before.AsSpan().Clear();
            rows.Bytes(18)[..Math.Min(before.Length, rows.Bytes(18).Length)].CopyTo(before);
        }

        return lines;
    }

    private Line LineOf(LogRows row, bool broken)
    {
        var contact = (int)row.Number(9);
        return new Line(
            row.Number(0), (LineKind)row.Number(1), row.Number(2), row.Id(3), row.Id(4), row.Id(5),
            (int)row.Number(6), (int)row.Number(7), (int)row.Number(8), contact, (int)row.Number(10), Encoding.UTF8.GetString(row.Bytes(11)))
        {
            ContactKey = row.IsNull(12) ? null : Encoding.UTF8.GetString(row.Bytes(12)),
            Result = row.IsNull(15) ? null : (int)row.Number(15),
            Reason = row.IsNull(16) ? null : texts.Get(row.Bytes(16)),
            Counts = row.Number(17) != 0,
            Broken = broken,
            Request = row.IsNull(22) || row.IsNull(19) ? null
                : requests.Read(row.Number(19), (int)row.Number(20), row.IsNull(21) ? null : row.Number(21), row.Bytes(22), contact),
        };
    }
}
