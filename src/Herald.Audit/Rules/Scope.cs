namespace Herald.Audit.Rules;

/// <summary>What a limit counts by.</summary>
internal enum Scope
{
    Person,
    Number,
    Task,

    /// <summary>A preset's: the person, or the person's subject.</summary>
    Subject,
}
