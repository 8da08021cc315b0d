namespace Herald.WebApi.Catalogue;

/// <summary>At most one row per value of these columns (rows where one is empty do not count; no columns: one row at all, active ones only).</summary>
public sealed record OnlyOne(string Message, params string[] Columns);
