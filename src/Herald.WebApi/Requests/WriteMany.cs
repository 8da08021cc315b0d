using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>CreateMultiple, UpdateMultiple, UpsertMultiple: all rows of <c>Targets</c> in one transaction, or none.</summary>
internal static class WriteMany
{
    private const int MostTargets = 5_000;

    public static async ValueTask RunAsync(Call call, TableDefinition table, string name)
    {
        WriteRow.MustBeWritable(table);
        call.MustWrite(table, name == "CreateMultiple" ? "Create" : "Write");
        call.Allow();
        using var json = await Body.JsonAsync(call, table.Set);
        var changes = Read(call, table, json.RootElement);
        var rows = await Work.RunAsync(call, changes.Exists(c => c.Change.Settings), async work =>
        {
            var written = new List<StoredRow>();
            foreach (var (key, change) in changes) written.Add(await OneAsync(work, name, key, change));
            return written;
        });
        if (name != "CreateMultiple")
        {
            call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        await Responses.ObjectAsync(call, StatusCodes.Status200OK, "#Microsoft.Dynamics.CRM.CreateMultipleResponse", answer =>
        {
            answer.WriteStartArray("Ids");
            foreach (var row in rows) answer.WriteStringValue(row.Id);
            answer.WriteEndArray();
        });
    }

    private static async ValueTask<StoredRow> OneAsync(Work work, string name, RowKey? key, RowChange change)
    {
        if (name == "CreateMultiple") return await RowWrites.CreateAsync(work, change);
        if (key is null && name == "UpdateMultiple") throw new RefusedException(Faults.Missing(change.Table.Key));
        var before = key is null ? null : await StoredRow.FindAsync(work, change.Table, key);
        if (before is not null) return await RowWrites.UpdateAsync(work, before, change);
        if (name == "UpdateMultiple") throw new RefusedException(key!.NotFound);
        return await RowWrites.CreateAsync(work, key is null ? change : WriteRow.Keyed(key, change));
    }

    private static List<(RowKey? Key, RowChange Change)> Read(Call call, TableDefinition table, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("Targets", out var targets) || targets.ValueKind != JsonValueKind.Array)
            throw new RefusedException(Faults.Payload(table.Set, "A JSON object with the array 'Targets' is expected."));
        if (targets.GetArrayLength() > MostTargets) throw new RefusedException(Faults.Invalid($"Targets has more than {MostTargets} rows.", "Targets"));
        var changes = new List<(RowKey?, RowChange)>();
        foreach (var target in targets.EnumerateArray())
        {
            var change = BodyReader.Read(call, table, target);
            var named = target.TryGetProperty("@odata.id", out var id) && id.ValueKind == JsonValueKind.String ? Reference.Parse(call, table, id.GetString()!) : null;
            changes.Add((named ?? (change.Id is { } own ? new RowKey(table, own, [], null) : null), change));
        }
        return changes;
    }
}
