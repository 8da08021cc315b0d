using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Contacts;

/// <summary>Contact rows and the watermark behind which they are, in one transaction.</summary>
internal sealed class UpsertContacts(NewContacts found, IReadOnlyList<ContactRow> rows, IReadOnlyList<ContactKeyRow> keys, IReadOnlyList<ContactLink> links)
    : Change<bool>(Lane.Rest, rows.Count, true)
{
    private static readonly ChangeKind Upsert = ChangeKind.Of<UpsertContacts>("contacts", 5, Apply);

    private static readonly Command<NewContacts> Mark = new Command<NewContacts>("mark_contacts")
        .OneNumber("chain", row => row.Chain)
        .OneNumber("done", row => row.Done);

    private static readonly Dictionary<string, Command<ContactKeyRow>> SetKeys = ContactColumns.Written.ToDictionary(
        column => column,
        column => new Command<ContactKeyRow>($"set_contact_keys:{column}").Id("id", row => row.Id).Text("value", row => row.Value));

    private static readonly Command<ContactLink> Link = new Command<ContactLink>("link_contacts")
        .Id("task", row => row.TaskId)
        .Number("contact", row => row.Contact)
        .Id("id", row => row.ContactId);

    public NewContacts Found => found;

    public override ChangeKind Kind => Upsert;

    private static void Apply(WriteContext context, IReadOnlyList<UpsertContacts> changes)
    {
        foreach (var change in changes)
            change.Write(context.Session);
    }

    private void Write(ISqlSession session)
    {
        session.Later(ContactRow.Upsert, rows);
        foreach (var group in keys.GroupBy(key => key.Column))
            session.Later(SetKeys[group.Key], [.. group.Reverse().DistinctBy(key => key.Id)]);
        session.Later(Link, links);
        session.Later(Mark, [found]);
    }
}
