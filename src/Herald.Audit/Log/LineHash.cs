using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Herald.Audit.Log;

/// <summary>SHA-256 over the hash before and the line's columns in the table's order, joined by U+001F, an empty text for null (<c>docs/audit.md</c>).</summary>
internal sealed class LineHash
{
    private readonly StringBuilder text = new(512);
    private byte[] bytes = new byte[2_048];

    /// <summary>Whether <see cref="Line.Hash"/> is what follows.</summary>
    public bool Follows(byte[] before, Line line)
    {
        text.Clear();
        text.Append(CultureInfo.InvariantCulture, $"{line.Id}\u001f{(int)line.Kind}\u001f{line.At}\u001f{line.Delivery}\u001f{line.Task}\u001f{line.Engagement}\u001f");
        text.Append(CultureInfo.InvariantCulture, $"{line.Channel}\u001f{line.Sequence}\u001f{line.Loop}\u001f{line.Contact}\u001f{line.Phone}\u001f{line.Number}\u001f");
        text.Append(CultureInfo.InvariantCulture, $"{line.ContactKey}\u001f{line.SubjectKey}\u001f{line.Zone}\u001f{line.Result}\u001f{line.Reason}");
        var needed = before.Length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length < needed)
            bytes = new byte[needed];
        before.CopyTo(bytes, 0);
        var length = before.Length;
        foreach (var chunk in text.GetChunks())
            length += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        return hash.SequenceEqual(line.Hash);
    }
}
