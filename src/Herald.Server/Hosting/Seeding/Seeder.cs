using Herald.Store;

namespace Herald.Server.Hosting.Seeding;

/// <summary>Writes the seeded rows once, in one transaction; rows that are there stay as they are.</summary>
internal sealed class Seeder(IHeraldStore store, HeraldOptions options, TimeProvider time)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        IReadOnlyList<Row> rows = options.Identity.UsesDevelopmentIssuer ? [.. ProductRows.All, .. DevelopmentRows.All] : [.. ProductRows.All];
        await store.Rows.WriteAsync(
            changesSettings: true,
            async (connection, transaction, token) =>
            {
                foreach (var row in rows)
                    await row.InsertIfAbsentAsync(connection, transaction, store.Engine, time, token);
                return true;
            },
            ct);
    }
}
