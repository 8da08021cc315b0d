using Herald.Audit.Settings;

namespace Herald.Audit.Rules;

/// <summary>At most so many started attempts in the rolling period (milliseconds) that ends with this one.</summary>
internal sealed record Limit(Scope Scope, long Most, long Period, string Label)
{
    public const long Day = 24L * 60 * 60 * 1_000;

    private static readonly (string Column, Scope Scope, long Days)[] Columns =
    [
        ("comm_max_frequency_per_day", Scope.Person, 1),
        ("comm_max_frequency_per_week", Scope.Person, 7),
        ("comm_max_frequency_per_month", Scope.Person, 30),
        ("comm_max_phone_frequency_per_day", Scope.Number, 1),
        ("comm_max_phone_frequency_per_week", Scope.Number, 7),
        ("comm_max_phone_frequency_per_month", Scope.Number, 30),
        ("comm_max_deliverytask_frequency_per_day", Scope.Task, 1),
        ("comm_max_deliverytask_frequency_per_week", Scope.Task, 7),
        ("comm_max_deliverytask_frequency_per_month", Scope.Task, 30),
    ];

    /// <summary>Scopes that a row limits, enabled or not.</summary>
    public static IEnumerable<Scope> ScopesOf(SettingRow row) => Columns.Where(column => row.Number(column.Column) > 0).Select(column => column.Scope);

    /// <summary>Of a planner or of the organisation: the columns have the same names.</summary>
    public static IEnumerable<Limit> Of(SettingRow row, string whose) => !row.Flag("comm_frequency_limit_enabled") ? [] : Columns
        .Where(column => row.Number(column.Column) > 0)
        .Select(column => new Limit(column.Scope, row.Number(column.Column)!.Value, column.Days * Day, $"{whose} {column.Column}"));
}
