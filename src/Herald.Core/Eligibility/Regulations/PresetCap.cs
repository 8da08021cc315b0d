using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>At most so many started attempts per person (or per person and subject) in a rolling period. Rolling n × 24 h is never laxer than n calendar days.</summary>
public sealed record PresetCap(int Most, Duration Period);
