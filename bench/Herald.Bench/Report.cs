using System.Globalization;

namespace Herald.Bench;

/// <summary>One line a measurement: ours, the baseline measured beside it, their ratio, the goal.</summary>
internal static class Report
{
    public static void Ratio(string what, double ours, double baseline, double goal) =>
        Print(string.Create(CultureInfo.InvariantCulture,
            $"{what,-58} {ours,10:N0}/s  baseline {baseline,10:N0}/s  ratio {ours / baseline:0.00}  goal {goal:0.00} {Mark(ours / baseline >= goal)}"));

    public static void Rate(string what, double ours, double goal, double baseline) =>
        Print(string.Create(CultureInfo.InvariantCulture,
            $"{what,-58} {ours,10:N0}/s  goal {goal,8:N0}/s {Mark(ours >= goal)}  baseline {baseline:N0}/s  ratio {ours / baseline:0.00}"));

    /// <summary>A figure that must stay under its goal.</summary>
    public static void Under(string what, double value, double goal, string unit) =>
        Print(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {value,10:N1} {unit}  goal under {goal:N0} {unit} {Mark(value < goal)}"));

    public static void Note(string text) => Print(text);

    private static string Mark(bool reached) => reached ? "reached" : "MISSED";

    private static void Print(string line) => Console.WriteLine(line);
}
