using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Users;

internal sealed class UserStore(Readers readers, IRowStore rows) : IUserStore
{
    private static readonly Command<(Guid Oid, Guid App)> Find = new Command<(Guid Oid, Guid App)>("find_user").OneId("oid", who => who.Oid).OneId("app", who => who.App);

    public async Task<StoredUser?> FindAsync(Guid oid, Guid app, CancellationToken ct) =>
        (await readers.QueryAsync(Find, [(oid, app)], row => new StoredUser(row.Id(0), row.TextOrNull(1) ?? "", !row.IsNull(2) && row.Flag(2)), ct)).FirstOrDefault();

    public async Task AddAsync(Guid oid, Guid app, string name, Instant now, CancellationToken ct) => await rows.AddIfAbsentAsync(
        changesSettings: false,
        [
            new NewRow("system_user", oid)
            {
                ["azureactivedirectoryobjectid"] = oid,
                ["applicationid"] = app == Guid.Empty ? null : app,
                ["fullname"] = name,
                ["isdisabled"] = false,
            },
        ],
        now,
        ct);
}
