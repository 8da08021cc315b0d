namespace Herald.WebApi.Catalogue;

/// <summary>What a column is outside and how it is kept inside.</summary>
public enum ColumnKind
{
    /// <summary>Primary key; Edm.Guid, stored as id.</summary>
    Key,
    /// <summary>Edm.Guid, stored as id.</summary>
    Guid,
    Text,
    Memo,
    Integer,
    BigInt,
    Boolean,
    /// <summary>Edm.Int32 out of a list.</summary>
    Choice,
    State,
    Status,
    /// <summary>Several options: Edm.String of comma-separated integers, stored the same.</summary>
    Choices,
    /// <summary>Edm.DateTimeOffset cut to the second, stored as Unix milliseconds.</summary>
    Instant,
    /// <summary>Edm.Date, stored as text yyyy-MM-dd.</summary>
    Date,
    /// <summary>Navigation property and read-only <c>_x_value</c>, stored as id.</summary>
    Lookup,
    /// <summary>Edm.String outside, id inside: a literal that is no GUID matches nothing.</summary>
    IdText,
    /// <summary>Edm.String outside, its number in a list of words inside.</summary>
    Word,
    /// <summary>Edm.String with milliseconds outside, Unix milliseconds inside.</summary>
    InstantText,
}
