using Herald.Core.Engagements;
using Herald.Store;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>The bare row of an engagement: suspension refers to it. Everything else of the settings the test says itself.</summary>
internal static class EngagementRows
{
    public static async Task AddAsync(IHeraldStore store, Engagement engagement) =>
        await store.Rows.WriteAsync(false, async (connection, transaction, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into engagement (id, name, created_at, modified_at) values (@id, 'test', 0, 0)";
            var id = command.CreateParameter();
            id.ParameterName = "id";
            id.Value = store.Engine == StoreEngine.Sqlite ? engagement.Id.ToByteArray(bigEndian: true) : engagement.Id;
            command.Parameters.Add(id);
            return await command.ExecuteNonQueryAsync(ct);
        }, CancellationToken.None);
}
