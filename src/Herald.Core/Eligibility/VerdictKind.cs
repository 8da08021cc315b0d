namespace Herald.Core.Eligibility;

/// <summary>The three answers a rule may give.</summary>
public enum VerdictKind
{
    Ok,
    NotBefore,
    Never,
}
