namespace Herald.Audit.Judging;

/// <summary>A rule that a start broke.</summary>
internal readonly record struct Breach(string Rule, string Detail);
