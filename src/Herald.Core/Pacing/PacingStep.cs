namespace Herald.Core.Pacing;

/// <summary>One decision of a predictive dialler.</summary>
/// <param name="Rate">Calls per available representative; the memory of the next step.</param>
/// <param name="Calls">Calls that may be up for these representatives.</param>
/// <param name="Reason">What decided, for the trace: <c>first</c>, <c>few_representatives</c>, <c>near_suspension</c>, <c>step_up</c>, <c>step_down</c>, <c>formula</c>, <c>raised</c>, <c>lowered</c>.</param>
public readonly record struct PacingStep(double Rate, int Calls, string Reason);
