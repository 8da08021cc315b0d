namespace Herald.Store.Contacts;

/// <summary>A value for one column of a contact's row: its key, or what a file brought.</summary>
internal sealed record ContactKeyRow(string Column, Guid Id, string Value);
