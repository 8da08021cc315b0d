using System.Data.Common;
using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Bodies;
using Herald.Store.Log;
using Herald.Testing;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Herald.Bench.Load;

/// <summary>A log of so many ended attempts with their requests and deliveries, hashed as the store hashes, written past it: millions in minutes.</summary>
internal static class LogSeed
{
    private const int PeopleShare = 4;
    private static readonly string[] Zones = ["America/Los_Angeles", "America/New_York", "America/Chicago", "America/Denver"];

    private static readonly (string Table, string Columns)[] Tables =
    [
        ("task", "id, intake_no, engagement_id, channel, intake, status, customer_reached, created_at, ended_at"),
        ("task_body", "task_id, body"),
        ("delivery", "id, task_id, engagement_id, state, status, result, channel, dial_mode, rank, next_check_at, attempts, loop, contact_index, phone, to_address, seq_no, log_id, started_at, ended_at, result_at, reason_code, created_at, modified_at"),
        ("attempt_log", "id, kind, at, delivery_id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, number, contact_key, zone, result, reason, counts, hash"),
    ];

    public static async Task WriteAsync(StoreUnderTest place, int attempts, Instant first)
    {
        var chain = (int)await place.ReadAsync("select max(chain) from log_chain");
        // By table in slices: COPY takes one table at a time.
        const int Slice = 50_000;
        var before = new byte[32];
        var line = (long)chain << 40;
        for (var done = 0; done < attempts; done += Slice)
        {
            var rows = Tables.Select(_ => new List<object[]>()).ToArray();
            for (var i = done; i < Math.Min(done + Slice, attempts); i++)
                Add(rows, i, first + Duration.FromMilliseconds(i * 20L), ref line, ref before);
            if (place.Store.Engine == StoreEngine.Sqlite)
                await place.Store.Rows.WriteAsync(false, (connection, transaction, _) => Insert(connection, transaction, rows), CancellationToken.None);
            else
                await CopyAsync(place.Options.ConnectionString!, rows);
        }
    }

    private static void Add(List<object[]>[] rows, int index, Instant at, ref long line, ref byte[] before)
    {
        var (task, delivery) = (Guid.CreateVersion7(at.ToDateTimeOffset()), Guid.CreateVersion7(at.ToDateTimeOffset()));
        var now = at.ToUnixTimeMilliseconds();
        var person = index / PeopleShare * 7919L % 10_000_000;
        var number = string.Create(CultureInfo.InvariantCulture, $"+1425{person:0000000}");
        var contact = new Contact
        {
            UniqueIdentifier = string.Create(CultureInfo.InvariantCulture, $"crm-{person}"), FirstName = "Jane", LastName = "Smith", MobilePhone = number,
            PostalCode = "98101", State = "WA", Country = "USA", City = "Seattle", TimeZone = Zones[person % Zones.Length],
            InputAttributes = new Dictionary<string, string> { ["AppointmentTime"] = "10:00 AM" },
        };
        var body = BodyJson.Write(new TaskBody([contact], [new Window(at - Duration.FromHours(1), at + Duration.FromHours(5))], null, null));
        var of = new LogFacts(delivery, task, Work.Engagement, Channel.Sms, 1, 1, 0, PhoneType.Mobile, number);
        var start = new LogLine(LogLineKind.Start, at, of) { ContactKey = contact.UniqueIdentifier, Zone = contact.TimeZone };
        var end = new LogLine(LogLineKind.End, at + Duration.FromSeconds(3), of) { Result = DeliveryResult.Delivered, Reason = "simulated" };
        var started = line + 1;
        foreach (var next in new[] { start, end })
        {
            before = LogChain.HashOf(before, ++line, next);
            rows[3].Add([line, (long)next.Kind, next.At.ToUnixTimeMilliseconds(), delivery, task, Work.Engagement, 1L, 1L, 1L, 0L, 0L, number,
                next.ContactKey ?? (object)DBNull.Value, next.Zone ?? (object)DBNull.Value, next.Result is { } result ? (long)result : DBNull.Value, next.Reason ?? (object)DBNull.Value, next == start, before]);
        }

        rows[0].Add([task, line, Work.Engagement, 1L, 0L, 2L, true, now - 1_000, now + 3_000]);
        rows[1].Add([task, body]);
        rows[2].Add([delivery, task, Work.Engagement, 4L, 2L, 18L, 1L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, number, 1L, started, now, now + 3_000, now + 3_000, "simulated", now - 1_000, now + 3_000]);
    }

    private static ValueTask<int> Insert(DbConnection connection, DbTransaction transaction, List<object[]>[] rows)
    {
        for (var table = 0; table < Tables.Length; table++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var columns = Tables[table].Columns.Split(", ");
            command.CommandText = $"insert into {Tables[table].Table} ({Tables[table].Columns}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
            var parameters = columns.Select(column => new SqliteParameter($"@{column}", null)).ToArray();
            command.Parameters.AddRange(parameters);
            foreach (var row in rows[table])
            {
                for (var i = 0; i < row.Length; i++)
                    parameters[i].Value = row[i] is Guid id ? id.ToByteArray(bigEndian: true) : row[i];
                command.ExecuteNonQuery();
            }
        }

        return ValueTask.FromResult(0);
    }

    private static async Task CopyAsync(string connectionString, List<object[]>[] rows)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        for (var table = 0; table < Tables.Length; table++)
        {
            var types = await TypesAsync(connection, table);
            await using var writer = await connection.BeginBinaryImportAsync($"copy {Tables[table].Table} ({Tables[table].Columns}) from stdin (format binary)");
            foreach (var row in rows[table])
            {
                await writer.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                    await (row[i] is DBNull ? writer.WriteNullAsync() : WriteAsync(writer, row[i], types[i]));
            }

            await writer.CompleteAsync();
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, object value, NpgsqlDbType type) => (value, type) switch
    {
        (long number, NpgsqlDbType.Smallint) => writer.WriteAsync((short)number, type),
        (long number, NpgsqlDbType.Integer) => writer.WriteAsync((int)number, type),
        _ => writer.WriteAsync(value, type),
    };

    private static async Task<NpgsqlDbType[]> TypesAsync(NpgsqlConnection connection, int table)
    {
        await using var command = new NpgsqlCommand($"select {Tables[table].Columns} from {Tables[table].Table} limit 0", connection);
        await using var reader = await command.ExecuteReaderAsync();
        return [.. reader.GetColumnSchema().Select(column => column.NpgsqlDbType!.Value)];
    }
}
