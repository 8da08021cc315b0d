using System.Text.Json;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Rows;

/// <summary>One column of an answer: where the reader has it, and where the label of its lookup is (-1: not read).</summary>
internal sealed record RowField(Column Column, int Ordinal, int LabelOrdinal = -1)
{
    /// <summary>The member's name; default the property's.</summary>
    public JsonEncodedText Name { get; init; } = Column.Json;

    public JsonEncodedText Formatted { get; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.FormattedValue}");
    public JsonEncodedText LogicalName { get; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.LookupLogicalName}");
    public JsonEncodedText Navigation { get; } = JsonEncodedText.Encode($"{Column.Property}@{Annotations.AssociatedNavigationProperty}");
}
