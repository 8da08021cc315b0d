namespace Herald.Core.Tests;

/// <summary>How often a property is asked: a twentieth of it while mutants are tested (<c>make mutate</c>), which takes a whole run a mutant.</summary>
internal static class Often
{
    private static readonly bool Mutating = Environment.GetEnvironmentVariable("HERALD_MUTATE") is not null;

    public static int Times(int many) => Mutating ? Math.Max(50, many / 20) : many;
}
