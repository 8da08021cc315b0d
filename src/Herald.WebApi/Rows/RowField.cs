using System.Text.Json;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Rows;

/// <summary>One column of an answer: where the reader has it, and where the label of its lookup is (-1: not read).</summary>
internal sealed record RowField(Column Column, int Ordinal, int LabelOrdinal = -1)
{
    /// <summary>The member's name; default the property's.</summary>
    public JsonEncodedText Name { get; init; } = Column.Json;

    /// <summary>A field under another name than its property's; its annotations follow it.</summary>
    public static RowField Named(Column column, int ordinal, string name) => new(column, ordinal)
    {
        Name = JsonEncodedText.Encode(name),
        Formatted = JsonEncodedText.Encode($"{name}@{Annotations.FormattedValue}"),
        LogicalName = JsonEncodedText.Encode($"{name}@{Annotations.LookupLogicalName}"),
        Navigation = JsonEncodedText.Encode($"{name}@{Annotations.AssociatedNavigationProperty}"),
    };

    public JsonEncodedText Formatted { get; init; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.FormattedValue}");
    public JsonEncodedText LogicalName { get; init; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.LookupLogicalName}");
    public JsonEncodedText Navigation { get; init; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.AssociatedNavigationProperty}");
}
