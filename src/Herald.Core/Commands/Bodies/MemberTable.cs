using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>The members of one JSON object, at most 64.</summary>
/// <param name="caseBlind">Names inside JSON texts match in any case; action parameters only as written.</param>
internal sealed class MemberTable<T>(bool caseBlind, params Member<T>[] members)
{
    private readonly (byte[] Utf8, string Name, int Index)[] names =
    [
        .. members.SelectMany((member, index) =>
            member.Aliases.Prepend(member.Name).Select(name => (Encoding.UTF8.GetBytes(name), name, index))),
    ];

    public Member<T> this[int index] => members[index];

    /// <summary>Every name, aliases too: what an unknown one may have meant.</summary>
    public IEnumerable<string> Names => names.Select(known => known.Name);

    /// <summary>The member whose name the reader stands on.</summary>
    /// <param name="name">The spelling that matched: the member's own or an alias.</param>
    /// <param name="index">Of the member in the table.</param>
    public bool TryFind(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? name, out int index)
    {
        if (!reader.ValueIsEscaped)
            return TryFind(reader.ValueSpan, out name, out index);
        (name, index) = (null, -1);
        return JsonText.TryGet(ref reader, out var text) && TryFind(Encoding.UTF8.GetBytes(text), out name, out index);
    }

    // A walk over some fifteen names beats hashing: lengths differ, and no string is made.
    private bool TryFind(ReadOnlySpan<byte> text, [NotNullWhen(true)] out string? name, out int index)
    {
        foreach (var known in names)
        {
            if (known.Utf8.Length == text.Length && (caseBlind ? Ascii.EqualsIgnoreCase(known.Utf8, text) : text.SequenceEqual(known.Utf8)))
            {
                (name, index) = (known.Name, known.Index);
                return true;
            }
        }

        (name, index) = (null, -1);
        return false;
    }
}
