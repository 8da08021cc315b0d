using System.Globalization;
using System.Text;

namespace Herald.WebApi.Tests.Peers;

/// <summary>Deliveries written as the engine writes them, numbered from 1: id, time and number follow from the number.</summary>
internal static class DeliveryRows
{
    public static readonly Guid Engagement = Guid.Parse("a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    public const long First = 1_780_000_000_500; // half a second past 2026-05-28T20:26:40Z

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Guid Task(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);

    /// <summary>Every third has no result yet; the others' result times meet in pairs.</summary>
    public static async System.Threading.Tasks.Task AddAsync(TestRows rows, Func<Guid, string> id, int from, int to)
    {
        var sql = new StringBuilder();
        for (var n = from; n <= to; n++)
        {
            var at = First + (n * 1000L);
            var done = n % 3 != 0;
            var values = string.Create(CultureInfo.InvariantCulture,
                $"{id(Id(n))}, {id(Task(n))}, {id(Engagement)}, {at}, {at}, {n}, {(done ? 4 : 0)}, {(done ? 2 : 0)}, {(done ? n % 2 == 0 ? "8" : "1" : "null")}, {n % 2}, 0, '+1555{n:D7}', {(done ? (First + (n / 4 * 1000L)).ToString(CultureInfo.InvariantCulture) : "null")}, {(done ? "'answered'" : "null")}");
            sql.Append(CultureInfo.InvariantCulture, $"insert into task (id, engagement_id, tracking_id, country, created_at) values ({id(Task(n))}, {id(Engagement)}, 'T{n}', 'DE', {at});\n");
            sql.Append("insert into delivery (id, task_id, engagement_id, created_at, modified_at, version, state, status, result, channel, dial_mode, to_address, result_at, reason_code) values (").Append(values).Append(");\n");
        }
        await rows.ExecuteAsync(sql.ToString());
    }
}
