namespace Herald.Store.Contacts;

/// <summary>A new contact under a column that is not its id.</summary>
internal sealed record ContactKeyRow(string Column, Guid Id, string Value);
