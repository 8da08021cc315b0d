using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Writes;

/// <summary>JSON object → <see cref="RowChange"/>; all faults of a body together.</summary>
internal sealed class BodyReader(Call call, TableDefinition table)
{
    private readonly Dictionary<Column, object?> values = [];
    private readonly List<Fault> faults = [];

    public static RowChange Read(Call call, TableDefinition table, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusedException(Faults.Payload(table.Set, "A JSON object is expected."));
        var reader = new BodyReader(call, table);
        foreach (var member in body.EnumerateObject()) reader.Member(member);
        return reader.faults.Count > 0 ? throw new RefusedException(reader.faults) : new RowChange(table, reader.values);
    }

    private void Member(JsonProperty member)
    {
        var name = member.Name;
        if (name.EndsWith("@odata.bind", StringComparison.Ordinal)) Bind(name[..^"@odata.bind".Length], name, member.Value);
        else if (name.Contains('@', StringComparison.Ordinal)) return; // @odata.type, @odata.etag, annotations sent back
        else if (call.Host.Catalogue.Property(table, name) is { } column) Value(column, name, member.Value);
        else if (call.Host.Catalogue.Navigation(table, name) is { } navigation) Clear(navigation, member.Value);
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

    private void Clear(Navigation navigation, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null && !navigation.Many) Set(navigation, null);
        else faults.Add(Faults.Payload(table.Set, $"Rows inside a row are not supported: create them by themselves and bind '{navigation.Name}'.", navigation.Name));
    }

    private void Set(Navigation navigation, RowKey? key)
    {
        if (navigation.Lookup.Write != Writability.Never) values[navigation.Lookup] = key;
    }
}
