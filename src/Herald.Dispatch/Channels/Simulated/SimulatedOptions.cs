namespace Herald.Dispatch.Channels.Simulated;

/// <summary>The simulated people. Bound from <c>Herald:Channels:&lt;key&gt;</c> with <c>Type = Simulated</c>, defaults from <c>Herald:Channels:Simulated</c>.</summary>
public sealed class SimulatedOptions
{
    /// <summary>Must be true outside Development: nobody is reached by this channel.</summary>
    public bool Enabled { get; set; }

    /// <summary>1 = real ring and talk times, 0.1 = ten times as fast, 0 = everything at once (a message and its receipt become one report). Default 1; 0..10.</summary>
    public double TimeScale { get; set; } = 1;

    /// <summary>Attempts at once. Default 10,000; 1..100,000.</summary>
    public int Slots { get; set; } = 10_000;

    /// <summary>Part of the messages whose receipt comes only after <see cref="LateBy"/>. Default 0; 0..1.</summary>
    public double LateReceipts { get; set; }

    /// <summary>Part of the messages whose receipt never comes. Default 0; 0..1.</summary>
    public double MissingReceipts { get; set; }

    /// <summary>Part of the messages whose receipt comes twice. Default 0; 0..1.</summary>
    public double DuplicateReceipts { get; set; }

    /// <summary>Part of the messages whose receipt comes before their acknowledgement. Default 0; 0..1.</summary>
    public double EarlyReceipts { get; set; }

    /// <summary>How late a late receipt is, before scaling. Default 1 h; 0..7 d.</summary>
    public TimeSpan LateBy { get; set; } = TimeSpan.FromHours(1);

    public IEnumerable<string> Faults(string section)
    {
        if (TimeScale is < 0 or > 10 || double.IsNaN(TimeScale)) yield return $"{section}:TimeScale must be 0..10.";
        if (Slots is < 1 or > 100_000) yield return $"{section}:Slots must be 1..100000.";
        if (new[] { LateReceipts, MissingReceipts, DuplicateReceipts, EarlyReceipts }.Any(part => part is not (>= 0 and <= 1)))
            yield return $"{section}: LateReceipts, MissingReceipts, DuplicateReceipts and EarlyReceipts must be 0..1.";
        if (LateBy < TimeSpan.Zero || LateBy > TimeSpan.FromDays(7)) yield return $"{section}:LateBy must be 00:00:00..7.00:00:00.";
    }
}
