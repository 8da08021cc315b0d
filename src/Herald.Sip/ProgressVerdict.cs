namespace Herald.Sip;

/// <summary>A verdict of call progress analysis.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="After">From the first frame listened to (answer, or early media) to the verdict.</param>
/// <param name="Greeting">Length of the greeting heard until then.</param>
public sealed record ProgressVerdict(ProgressKind Kind, TimeSpan After, TimeSpan Greeting);
