namespace Herald.Core.Pacing;

/// <summary>Progressive mode: calls by available representatives. Available = free, present, not reserved for a call that is being dialled.</summary>
public static class Progressive
{
    /// <summary>Representative-led: one call per representative, who is reserved before dialling.</summary>
    /// <param name="allotmentPercent">Share of the queue's representatives, 1..100; null = 100.</param>
    public static int RepresentativeLed(int available, int? allotmentPercent = null) => Allotted(available, allotmentPercent);

    /// <summary>Led by software: up to so many calls per available representative, those already up included.</summary>
    /// <param name="callsPerRepresentative">1..5; null = 1.</param>
    public static int AgentLed(int available, int? callsPerRepresentative, int inFlight) =>
        Math.Max(0, (available * Math.Clamp(callsPerRepresentative ?? 1, 1, 5)) - inFlight);

    internal static int Allotted(int available, int? percent) =>
        (int)((long)Math.Max(0, available) * Math.Clamp(percent ?? 100, 1, 100) / 100);
}
