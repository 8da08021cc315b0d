namespace Herald.Core.Eligibility;

/// <summary>Of two verdicts the one that binds: Never, then the later NotBefore, then the Ok that ends first.</summary>
internal static class Stricter
{
    public static Verdict Of(Verdict one, Verdict other)
    {
        if (one.Kind != other.Kind)
            return one.Kind > other.Kind ? one : other;
        return one.Kind switch
        {
            VerdictKind.Never => one,
            VerdictKind.NotBefore => one.At >= other.At ? one : other,
            _ => one.At <= other.At ? one : other,
        };
    }
}
