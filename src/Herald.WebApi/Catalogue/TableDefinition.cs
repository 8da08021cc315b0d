namespace Herald.WebApi.Catalogue;

/// <summary>A table as data. From it come the EDM, SQL, JSON, annotations, validation and errors.</summary>
/// <param name="Name">Logical name; the entity type is <c>Microsoft.Dynamics.CRM.</c> and it.</param>
/// <param name="Set">Entity set in URLs.</param>
/// <param name="Key">API name of the primary key.</param>
/// <param name="NameColumn">The column whose value labels a row.</param>
/// <param name="Stored">Physical table.</param>
public sealed record TableDefinition(string Name, string Set, string Key, string NameColumn, string Stored)
{
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>FROM clause when it is more than the table; <c>~</c> stands for the row's alias. Such a table is not written here.</summary>
    public string? From { get; init; }

    /// <summary>
    /// A join behind <see cref="From"/>, whose table has the alias <c>~t</c> and exactly one row for each of this: left out of
    /// statements that name none of its columns.
    /// </summary>
    public string? Join { get; init; }

    /// <summary>Elastic: no state, <c>partitionid</c> in keys, pages of 500 at most by default.</summary>
    public bool Elastic { get; init; }

    /// <summary>Every write appends the row to <c>row_version</c>.</summary>
    public bool Versioned { get; init; }

    /// <summary>The engine reads it: a write raises the settings version.</summary>
    public bool Settings { get; init; }

    /// <summary>Roles one of which a reader, and a writer, must hold. No writers: nobody writes over the API.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];
    public IReadOnlyList<string> Writers { get; init; } = [];

    public IReadOnlyList<AlternateKey> AlternateKeys { get; init; } = [];

    /// <summary>Column sets of which no two active rows may share the values; a second row is 400 with the message.</summary>
    public IReadOnlyList<OnlyOne> OnlyOnes { get; init; } = [];

    public TableRules Rules { get; init; } = TableRules.None;

    public string EntityType => "Microsoft.Dynamics.CRM." + Name;

    internal string FromAs(string alias)
    {
        var from = From is null ? $"\"{Stored}\" {alias}" : From.Replace("~", alias, StringComparison.Ordinal);
        return Join is null ? from : from + Query.OptionalJoin.Mark($"{alias}t.\"", Join.Replace("~", alias, StringComparison.Ordinal));
    }

    /// <summary>With its join, for a statement that joins it to another: the parentheses make it one operand.</summary>
    internal string WholeFromAs(string alias) =>
        Join is null ? FromAs(alias) : $"({From!.Replace("~", alias, StringComparison.Ordinal)} {Join.Replace("~", alias, StringComparison.Ordinal)})";

    internal string VersionAt(string alias) => Columns.First(c => c.Name == "versionnumber").At(alias);

    internal Column KeyColumn => Columns[0];
    internal Column Labelled => Columns.First(c => c.Name == NameColumn);
}
