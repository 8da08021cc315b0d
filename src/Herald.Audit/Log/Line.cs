namespace Herald.Audit.Log;

/// <summary>A line of the log as stored, with the request it belongs to when it starts an attempt. Times are Unix milliseconds.</summary>
internal sealed record Line(long Id, LineKind Kind, long At, Guid Delivery, Guid Task, Guid Engagement, int Channel, int Sequence, int Loop, int Contact, int Phone, string Number)
{
    public const int NumberBits = 40;
    public const int Sms = 1;

    public string? ContactKey { get; init; }
    public int? Result { get; init; }
    public string? Reason { get; init; }
    public bool Counts { get; init; }

    /// <summary>The hash does not follow from the line before and this one.</summary>
    public bool Broken { get; init; }

    /// <summary>Null: not a start, or its task is pruned.</summary>
    public Request? Request { get; init; }

    /// <summary>What a person is counted by.</summary>
    public string Person => ContactKey ?? Number;
}
