using System.Text.Json;

namespace Herald.WebApi.Catalogue;

/// <summary>One column as data: name, type, limits, and where it is stored. Made by the factories in <c>Column.Factories.cs</c>.</summary>
public sealed partial record Column
{
    private readonly string name = "";

    /// <summary>Logical name, as the API spells it.</summary>
    public required string Name
    {
        get => name;
        init
        {
            name = value;
            Stored = WithoutPrefix(value);
        }
    }

    public required ColumnKind Kind { get; init; }

    /// <summary>Physical column; default the API name without its prefix. Empty: computed by <see cref="Sql"/>.</summary>
    public string Stored { get; init; } = "";

    /// <summary>SQL over the row when it is no plain column; <c>~</c> stands for the row's alias. <c>null</c> as text: always empty.</summary>
    public string? Sql { get; init; }

    /// <summary>Characters a text may have.</summary>
    public int MaxLength { get; init; } = 100;

    public long Min { get; init; } = int.MinValue;
    public long Max { get; init; } = int.MaxValue;
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The words of a <see cref="ColumnKind.Word"/> column, by stored number.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public Requirement Requirement { get; init; }
    public Writability Write { get; init; }

    /// <summary>What a create without the column stores, in API form; null: empty.</summary>
    public object? Default { get; init; }

    public LookupTarget? Target { get; init; }

    /// <summary>Never null in the store: ordering then needs no null part and an index serves it.</summary>
    public bool NotNull { get; init; }

    public string FalseLabel { get; init; } = "No";
    public string TrueLabel { get; init; } = "Yes";

    /// <summary>Stands in the answer to "which columns are indexed?".</summary>
    public bool Indexed { get; init; }

    /// <summary>The OData property: <c>_x_value</c> for a lookup, else the name.</summary>
    public string Property => Kind == ColumnKind.Lookup ? $"_{Name}_value" : Name;

    /// <summary>The property's name, encoded once for the JSON writer.</summary>
    public JsonEncodedText Json => json ??= JsonEncodedText.Encode(Property);

    internal bool IsText => Kind is ColumnKind.Text or ColumnKind.Memo or ColumnKind.Choices;
    internal bool IsId => Kind is ColumnKind.Key or ColumnKind.Guid or ColumnKind.Lookup or ColumnKind.IdText;
    internal bool IsNumber => Kind is ColumnKind.Integer or ColumnKind.BigInt or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status;

    /// <summary>A physical column of the table itself (written by a create), not computed and not of a joined table.</summary>
    internal bool IsStored => Sql is null;

    /// <summary>The stored value as SQL over a row of that alias.</summary>
    internal string At(string alias) =>
        Sql is null ? $"{alias}.\"{Stored}\"" : Sql.Replace("~", alias, StringComparison.Ordinal);

    private JsonEncodedText? json;

    private static string WithoutPrefix(string name)
    {
        foreach (var prefix in (string[])["msdynmkt_", "msdyn_", "hrld_"])
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return name[prefix.Length..];
        return name;
    }
}
