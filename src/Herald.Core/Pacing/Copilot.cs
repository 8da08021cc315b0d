namespace Herald.Core.Pacing;

/// <summary>Copilot mode: up to so many calls up at once.</summary>
public static class Copilot
{
    public const int MostCalls = 500;

    /// <param name="maximum">msdyn_max_concurrent_calls; null = 500; held to 1..500.</param>
    /// <returns>Calls that may be started now.</returns>
    public static int Calls(int? maximum, int inFlight) =>
        Math.Max(0, Math.Clamp(maximum ?? MostCalls, 1, MostCalls) - inFlight);
}
