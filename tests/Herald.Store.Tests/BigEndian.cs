namespace Herald.Store.Tests;

/// <summary>Ids in the order both engines keep them: byte by byte as written.</summary>
internal static class BigEndian
{
    public static readonly IComparer<Guid> Order = Comparer<Guid>.Create((one, other) => one.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(other.ToByteArray(bigEndian: true)));
}
