using Herald.Core.Deliveries;
using Herald.Store.Bodies;
using Herald.Store.Statements;

namespace Herald.Store.Contacts;

/// <summary>Accepted tasks of one chain whose contacts are not in their rows yet.</summary>
internal sealed record NewContacts(long Chain, long Done, IReadOnlyList<NewContacts.TaskContacts> Tasks)
{
    private static readonly Command<long> Chains = new Command<long>("read_contact_chains").OneNumber("chain", chain => chain);

    private static readonly Command<(long Done, long End, int Max)> Next = new Command<(long Done, long End, int Max)>("read_new_contacts")
        .OneNumber("done", row => row.Done)
        .OneNumber("end", row => row.End)
        .OneNumber("max", row => row.Max);

    public static async Task<NewContacts?> ReadAsync(ISqlSession session, long ownChain, int max, CancellationToken ct)
    {
        var chains = await session.QueryAsync(Chains, [ownChain], row => (Chain: row.Number(0), Done: row.Number(1)), ct);
        foreach (var (chain, done) in chains)
        {
            var first = Math.Max(done, chain << Log.LogChain.NumberBits);
            var tasks = await session.QueryAsync(Next, [(first, (chain + 1) << Log.LogChain.NumberBits, max)], Read, ct);
            // A bulk request that is still held is not accepted: what follows it waits for it.
            var accepted = tasks.TakeWhile(task => task.Accepted).ToList();
            if (accepted.Count > 0)
                return new NewContacts(chain, accepted[^1].Number, accepted);
        }

        return null;
    }

    private static TaskContacts Read(ISqlRow row) => new(row.Number(0), row.Id(1), row.Id(2), BodyJson.Read(row.Blob(3)).Contacts, row.Flag(4));

    internal sealed record TaskContacts(long Number, Guid TaskId, Guid EngagementId, IReadOnlyList<Contact> Contacts, bool Accepted);
}
