using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Writes;

/// <summary>JSON object → <see cref="RowChange"/>; all faults of a body together.</summary>
internal sealed class BodyReader(Call call, TableDefinition table)
{
    private const int MostRows = 1_000;

    private readonly Dictionary<Column, object?> values = [];
    private readonly List<NestedRows> nested = [];
    private readonly List<Fault> faults = [];

    public static RowChange Read(Call call, TableDefinition table, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusedException(Faults.Payload(table.Set, "A JSON object is expected."));
        var reader = new BodyReader(call, table);
        foreach (var member in body.EnumerateObject()) reader.Member(member);
        if (reader.faults.Count > 0) throw new RefusedException(reader.faults);
        var change = new RowChange(table, reader.values) { Nested = reader.nested };
        return change.Rows <= MostRows ? change : throw new RefusedException(Faults.Payload(table.Set, $"More than {MostRows} rows in one another; use $batch."));
    }

    private void Member(JsonProperty member)
    {
        var name = member.Name;
        if (name.EndsWith("@odata.bind", StringComparison.Ordinal)) Bind(name[..^"@odata.bind".Length], name, member.Value);
        else if (name.Contains('@', StringComparison.Ordinal)) return; // @odata.type, @odata.etag, annotations sent back
        else if (call.Host.Catalogue.Property(table, name) is { } column) Value(column, name, member.Value);
        else if (call.Host.Catalogue.Navigation(table, name) is { } navigation) Related(navigation, member.Value);
        else faults.Add(Faults.UnknownMember(table.Set, table.Name, name));
    }

    private void Value(Column column, string name, JsonElement json)
    {
        if (column.Kind == ColumnKind.Lookup)
        {
            faults.Add(Faults.Payload(table.Set, "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.", name));
            return;
        }
        if (JsonValues.TryRead(column, json, out var value, out var detail)) Checked(column, value);
        else faults.Add(Faults.Payload(table.Set, detail, name));
    }

    private void Checked(Column column, object? value)
    {
        // The product takes read-only columns in a body and leaves them as they are: clients send whole rows back.
        if (column.Write == Writability.Never) return;
        faults.AddRange(ColumnChecks.Of(table, column, value));
        values[column] = value;
    }

    private void Bind(string nav, string name, JsonElement json)
    {
        if (call.Host.Catalogue.Navigation(table, nav) is not { Many: false } navigation)
        {
            faults.Add(Faults.UndeclaredBind(table.Set, nav));
            return;
        }
        if (json.ValueKind == JsonValueKind.Null) Set(navigation, null);
        else if (json.ValueKind != JsonValueKind.String) faults.Add(Faults.Payload(table.Set, $"The value of '{name}' must be a string.", name));
        else Set(navigation, Reference.Parse(call, navigation.Target, json.GetString()!));
    }

    /// <summary>Null clears a lookup; an object, or an array of them, is created with the row (deep insert).</summary>
    private void Related(Navigation navigation, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null && !navigation.Many) Set(navigation, null);
        else if (json.ValueKind == (navigation.Many ? JsonValueKind.Array : JsonValueKind.Object)) Nest(navigation, navigation.Many ? [.. json.EnumerateArray()] : [json]);
        else faults.Add(Faults.Payload(table.Set, $"The value of '{navigation.Name}' must be {(navigation.Many ? "an array of objects" : "an object")}.", navigation.Name));
    }

    private void Nest(Navigation navigation, IReadOnlyList<JsonElement> rows)
    {
        if (navigation.Lookup.Write == Writability.Never)
        {
            faults.Add(Faults.Payload(table.Set, $"'{navigation.Name}' is not written with the row.", navigation.Name));
            return;
        }
        WriteRow.MustBeWritable(navigation.Target);
        call.MustWrite(navigation.Target, "Create");
        nested.Add(new NestedRows(navigation, [.. rows.Select(row => Read(call, navigation.Target, row))]));
    }

    private void Set(Navigation navigation, RowKey? key)
    {
        if (navigation.Lookup.Write != Writability.Never) values[navigation.Lookup] = key;
    }
}
