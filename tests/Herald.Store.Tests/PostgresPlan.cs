using System.Text;
using System.Text.RegularExpressions;
using Herald.Store.Statements;

namespace Herald.Store.Tests;

/// <summary>How PostgreSQL would run a statement for a batch of 500.</summary>
internal static partial class PostgresPlan
{
    // Column of the table or kind of the statement's parameter, by name; ids otherwise.
    private static readonly Dictionary<string, string> Numbers = new[]
    {
        "now", "max", "rank", "seq_no", "log_id", "loop", "contact", "phone", "window_start", "window_end", "status", "result", "sent", "connected", "speech_at", "ended", "newest", "reply_due",
    }.ToDictionary(name => name, _ => "bigint");

    private static readonly string[] Texts = ["number", "from_address", "reason_code", "reason", "diagnostics", "call_id"];
    private static readonly string[] Flags = ["declined", "speech", "abandoned"];

    public static async Task<string> OfAsync(StoreUnderTest under, string statement)
    {
        var names = new List<string>();
        var arrays = statement is "start_deliveries" or "finish_deliveries";
        var sql = Parameter().Replace(SqlTexts.Of(StoreEngine.Postgres, statement), match =>
        {
            if (!names.Contains(match.Groups[1].Value))
                names.Add(match.Groups[1].Value);
            return $"${names.IndexOf(match.Groups[1].Value) + 1}";
        });
        var types = names.Select(name => Type(name) + (arrays && !IsOne(statement, name) ? "[]" : "")).ToList();
        await using var connection = await under.Store.Rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"prepare {statement}_asked ({string.Join(", ", types)}) as {sql}; explain execute {statement}_asked ({string.Join(", ", types.Select(Value))})";
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
            plan.AppendLine(reader.GetString(0));
        return plan.ToString();
    }

    private static string Value(string type) => type.EndsWith("[]", StringComparison.Ordinal) ? $"array_fill(null::{type[..^2]}, array[500])" : type == "bigint" ? "500" : $"'{Any.Engagement}'::uuid";

    private static string Type(string name) =>
        Numbers.TryGetValue(name, out var number) ? number : Texts.Contains(name) ? "text" : Flags.Contains(name) ? "boolean" : "uuid";

    private static bool IsOne(string statement, string name) => statement == "start_deliveries" && name is ("owner" or "now");

    [GeneratedRegex("@([a-z_]+)")]
    private static partial Regex Parameter();
}
