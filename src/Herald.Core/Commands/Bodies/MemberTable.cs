using System.Text;
using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>The members of one JSON object, at most 64.</summary>
/// <param name="caseBlind">Names inside JSON texts match in any case; action parameters only as written.</param>
internal sealed class MemberTable<T>(bool caseBlind, params Member<T>[] members)
{
    private readonly (byte[] Name, int Index)[] names =
    [
        .. members.SelectMany((member, index) =>
            member.Aliases.Prepend(member.Name).Select(name => (Encoding.UTF8.GetBytes(name), index))),
    ];

    public Member<T> this[int index] => members[index];

    /// <summary>Every name, aliases too: what an unknown one may have meant.</summary>
    public IEnumerable<string> Names => members.SelectMany(member => member.Aliases.Prepend(member.Name));

    /// <summary>Index of the member the reader stands on; -1 when there is none of that name.</summary>
    public int Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Find(reader.ValueSpan);
        return JsonText.TryGet(ref reader, out var text) ? Find(Encoding.UTF8.GetBytes(text)) : -1;
    }

    // A walk over some fifteen names beats hashing: lengths differ, and no string is made.
    private int Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, index) in names)
        {
            if (known.Length == name.Length && (caseBlind ? Ascii.EqualsIgnoreCase(known, name) : name.SequenceEqual(known)))
                return index;
        }

        return -1;
    }
}
