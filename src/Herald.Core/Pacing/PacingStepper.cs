namespace Herald.Core.Pacing;

/// <summary>The bounds all predictive pacing shares.</summary>
internal static class PacingStepper
{
    /// <summary>Below so many available representatives a dialler does one call each.</summary>
    public const int FewRepresentatives = 10;

    /// <summary>The most a rate may change in one step, as a share of it.</summary>
    public const double MostChange = 0.35;

    public const double LeastScale = 0.1;
    public const double MostScale = 2.0;

    public static (double Rate, string Reason) Towards(double target, double existing)
    {
        if (target > existing * (1 + MostChange))
            return (existing * (1 + MostChange), "step_up");
        if (target < existing * (1 - MostChange))
            return (existing * (1 - MostChange), "step_down");
        return (target, "formula");
    }

    public static int CallsOf(double rate, int available) => (int)Math.Floor((rate * available) + 1e-9);
}
