namespace Herald.WebApi.Catalogue;

public sealed partial record Column
{
    /// <summary>The primary key; physically always <c>id</c>.</summary>
    public static Column Key(string name) => new()
    {
        Name = name,
        Kind = ColumnKind.Key,
        Stored = "id",
        NotNull = true,
        Requirement = Requirement.System,
        Write = Writability.OnCreate,
        Indexed = true,
    };

    public static Column Id(string name) => new() { Name = name, Kind = ColumnKind.Guid };

    public static Column Text(string name, int max, Requirement requirement = Requirement.None) =>
        new() { Name = name, Kind = ColumnKind.Text, MaxLength = max, Requirement = requirement };

    public static Column Memo(string name, int max, Requirement requirement = Requirement.None) =>
        new() { Name = name, Kind = ColumnKind.Memo, MaxLength = max, Requirement = requirement };

    /// <summary>A whole number; default range that of 32 bits.</summary>
    public static Column Integer(string name, long min = int.MinValue, long max = int.MaxValue, Requirement requirement = Requirement.None) =>
        new() { Name = name, Kind = ColumnKind.Integer, Min = min, Max = max, Requirement = requirement };

    public static Column BigInt(string name) => new() { Name = name, Kind = ColumnKind.BigInt, Min = long.MinValue, Max = long.MaxValue };

    /// <summary>A two-option column; empty unless <paramref name="initially"/> says what a create stores.</summary>
    public static Column Boolean(string name, bool? initially = null, string no = "No", string yes = "Yes") =>
        new() { Name = name, Kind = ColumnKind.Boolean, Default = initially, FalseLabel = no, TrueLabel = yes };

    public static Column OneOf(string name, IReadOnlyList<Choice> choices, int? initially = null, Requirement requirement = Requirement.None) =>
        new() { Name = name, Kind = ColumnKind.Choice, Choices = choices, Default = initially, Requirement = requirement };

    public static Column SeveralOf(string name, IReadOnlyList<Choice> choices) =>
        new() { Name = name, Kind = ColumnKind.Choices, Choices = choices, MaxLength = 4000 };

    public static Column Instant(string name) => new() { Name = name, Kind = ColumnKind.Instant };

    public static Column Date(string name) => new() { Name = name, Kind = ColumnKind.Date };

    /// <summary>
    /// A lookup with one target. <paramref name="nav"/> defaults to the name; <paramref name="inverse"/>, the collection on the
    /// target, to <c>target_table_name</c> once the owning table is known.
    /// </summary>
    public static Column Lookup(string name, string target, string? nav = null, string? inverse = null, OnDelete onDelete = OnDelete.RemoveLink, Requirement requirement = Requirement.None) =>
        new() { Name = name, Kind = ColumnKind.Lookup, Requirement = requirement, Target = new LookupTarget(target, nav ?? name, inverse ?? "", onDelete) };

    /// <summary>GUID text outside, id inside.</summary>
    public static Column IdText(string name) => new() { Name = name, Kind = ColumnKind.IdText, MaxLength = 100 };

    /// <summary>A word outside, its place in <paramref name="words"/> inside.</summary>
    public static Column Word(string name, params string[] words) => new() { Name = name, Kind = ColumnKind.Word, Words = words };

    /// <summary>The same instant as another column, as text with milliseconds.</summary>
    public static Column InstantText(string name) => new() { Name = name, Kind = ColumnKind.InstantText, Write = Writability.Never };

    /// <summary>A column the product has and we never fill: reads as null.</summary>
    public Column Never() => this with { Sql = "null", Stored = "", Write = Writability.Never };

    /// <summary>Computed from the row: <c>~</c> stands for its alias.</summary>
    public Column As(string sql) => this with { Sql = sql, Stored = "", Write = Writability.Never };

    public Column In(string stored) => this with { Stored = stored };

    public Column ReadOnly() => this with { Write = Writability.Never };
}
