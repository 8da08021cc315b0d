using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Contacts;

internal sealed class ContactStore(Readers readers, Writer writer) : IContactStore
{
    private static readonly Dictionary<string, Command<string>> Finds = ContactColumns.Keys.ToDictionary(
        column => column, column => new Command<string>($"find_contacts:{column}").Text("value", value => value));

    private static readonly Command<Guid> ReadNumbers = new Command<Guid>("read_contact_numbers").OneId("contact", id => id);

    public async Task<ContactNumbers?> FindNumbersAsync(Guid contactId, CancellationToken ct) =>
        (await readers.QueryAsync(ReadNumbers, [contactId], row => new ContactNumbers(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2)), ct)).FirstOrDefault();

    public async Task<int> UpsertAsync(Func<Guid, string> keyColumn, Instant now, int max, CancellationToken ct)
    {
        var upsert = await readers.ReadAsync(
            async session => await NewContacts.ReadAsync(session, writer.Chain.Chain, max, ct) is { } found ? await PlanAsync(session, found, keyColumn, now, ct) : null,
            ct);
        if (upsert is null)
            return 0;
        await writer.WriteAsync(upsert, ct);
        return upsert.Found.Tasks.Count;
    }

    public async Task<IReadOnlyDictionary<string, Guid>> FindAsync(string keyColumn, IReadOnlyCollection<string> identifiers, CancellationToken ct)
    {
        if (keyColumn == ContactColumns.Id)
            return identifiers.Distinct().Where(text => Guid.TryParse(text, out _)).ToDictionary(text => text, Guid.Parse);
        return Finds.TryGetValue(keyColumn, out var find)
            ? await readers.ReadAsync(session => FindAsync(session, find, identifiers, ct), ct)
            : new Dictionary<string, Guid>();
    }

    // Which row each contact is; several mentions of a person in one step become one row, the last word of each member winning.
    private static async Task<UpsertContacts> PlanAsync(ISqlSession session, NewContacts found, Func<Guid, string> keyColumn, Instant now, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, Contact>();
        var keys = new List<ContactKeyRow>();
        var links = new List<ContactLink>();
        var values = new Dictionary<(string Column, Guid Id), string>();
        foreach (var group in found.Tasks.GroupBy(task => keyColumn(task.EngagementId)))
        {
            var mentions = group.SelectMany(task => task.Contacts.Select((contact, index) => (Task: task.TaskId, Index: index, Contact: contact))).ToList();
            if (group.Key == ContactColumns.Id)
            {
                foreach (var mention in mentions.Where(mention => Guid.TryParse(mention.Contact.UniqueIdentifier, out _)))
                    Merge(rows, values, Guid.Parse(mention.Contact.UniqueIdentifier), mention.Contact);
            }
            else if (Finds.TryGetValue(group.Key, out var find))
            {
                var ids = await FindAsync(session, find, mentions.Select(mention => mention.Contact.UniqueIdentifier), ct);
                foreach (var (task, index, contact) in mentions)
                {
                    if (!ids.TryGetValue(contact.UniqueIdentifier, out var id))
                    {
                        id = ids[contact.UniqueIdentifier] = Guid.CreateVersion7(now.ToDateTimeOffset());
                        keys.Add(new ContactKeyRow(group.Key, id, contact.UniqueIdentifier));
                    }

                    Merge(rows, values, id, contact);
                    links.Add(new ContactLink(task, index, id));
                }
            }
        }

        return new UpsertContacts(found, [.. rows.Select(row => new ContactRow(row.Key, row.Value, now))], [.. values.Select(value => new ContactKeyRow(value.Key.Column, value.Key.Id, value.Value)), .. keys], links);
    }

    private static async Task<Dictionary<string, Guid>> FindAsync(ISqlSession session, Command<string> find, IEnumerable<string> values, CancellationToken ct)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, id) in await session.QueryAsync(find, [.. values.Select(Lowered).Distinct()], row => (row.Text(0), row.Id(1)), ct))
            ids.TryAdd(value, id);
        return ids;
    }

    // Texts compare case-blind in tables: PostgreSQL's indexes are over small letters.
#pragma warning disable CA1308
    private static string Lowered(string value) => value.ToLowerInvariant();
#pragma warning restore CA1308

    private static void Merge(Dictionary<Guid, Contact> rows, Dictionary<(string Column, Guid Id), string> values, Guid id, Contact contact)
    {
        foreach (var (column, value) in contact.RowValues ?? Contact.NoAttributes)
            values[(column, id)] = value;
        if (rows.TryGetValue(id, out var before))
            rows[id] = ContactMerge.Of(before, contact);
        else
            rows[id] = contact;
    }
}
