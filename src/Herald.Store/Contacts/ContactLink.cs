namespace Herald.Store.Contacts;

/// <summary>Which row the contact of a task turned out to be.</summary>
internal sealed record ContactLink(Guid TaskId, int Contact, Guid ContactId);
