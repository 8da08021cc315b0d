namespace Herald.Core.Pacing;

/// <summary>What representative-led predictive pacing looks at.</summary>
/// <param name="Available">Representatives of the queue that could take a call now.</param>
/// <param name="LiveAnswerRate">Answered by a person, of all calls of 30 days; 0..1.</param>
/// <param name="AverageWait">Seconds a person waited for a representative, over 5 minutes.</param>
/// <param name="WaitThreshold">msdyn_customer_wait_threshold, seconds.</param>
/// <param name="ShareOverThreshold">Calls over the wait threshold, of the answered ones of 30 days; 0..1.</param>
/// <param name="SuspendThreshold">msdyn_suspend_threshold_percentage / 100; null = none.</param>
/// <param name="AllotmentPercent">msdyn_queue_allotment, 1..100; null = 100.</param>
public sealed record PredictiveSnapshot(
    int Available,
    double LiveAnswerRate,
    double AverageWait,
    double WaitThreshold,
    double ShareOverThreshold,
    double? SuspendThreshold,
    int? AllotmentPercent = null);
