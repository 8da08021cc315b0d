using System.Data.Common;
using Herald.Server.Hosting.Seeding;
using Herald.Store;

namespace Herald.Server.Identity;

/// <summary>systemuser rows in the store (table <c>system_user</c>).</summary>
internal sealed class UserRows(IHeraldStore store, TimeProvider time) : IUserRows
{
    private const string Find = """
        select "id", "roles", "isdisabled" from "system_user"
        where "azureactivedirectoryobjectid" = @oid or "applicationid" = @app
        """;

    public async Task<UserRow?> FindAsync(Guid oid, Guid app, CancellationToken ct)
    {
        await using var connection = await store.Rows.OpenReaderAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Find;
        Row.Bind(command, "oid", Row.Stored(store.Engine, oid));
        Row.Bind(command, "app", Row.Stored(store.Engine, app));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    public async Task<UserRow> CreateAsync(Guid oid, Guid app, string? name, CancellationToken ct)
    {
        // The object id is the row's id: two processes that meet a caller at once write the same row.
        var row = new Row("system_user", oid)
        {
            ["azureactivedirectoryobjectid"] = oid,
            ["applicationid"] = app == Guid.Empty ? null : app,
            ["fullname"] = name is { Length: <= 200 } ? name : oid.ToString(),
            ["isdisabled"] = false,
        };
        await store.Rows.WriteAsync(changesSettings: false, async (connection, transaction, token) => await row.InsertIfAbsentAsync(connection, transaction, store.Engine, time, token), ct);
        return await FindAsync(oid, app, ct) ?? new UserRow(oid, new HashSet<string>(), Disabled: false);
    }

    private static UserRow Read(DbDataReader reader)
    {
        var id = reader.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(0);
        var roles = reader.IsDBNull(1) ? "" : reader.GetString(1);
        var disabled = !reader.IsDBNull(2) && Convert.ToBoolean(reader.GetValue(2), System.Globalization.CultureInfo.InvariantCulture);
        return new UserRow(
            id,
            new HashSet<string>(roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase),
            disabled);
    }
}
