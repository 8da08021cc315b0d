using Herald.Server.Tables;
using Herald.Store;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Server.Hosting.Seeding;

/// <summary>Writes the seeded rows once, in one transaction; rows that are there stay as they are.</summary>
internal sealed class Seeder(IHeraldStore store, HeraldOptions options, TimeProvider time)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        IReadOnlyList<NewRow> rows = options.Identity.UsesDevelopmentIssuer ? [.. ProductRows.All, .. DevelopmentRows.All] : [.. ProductRows.All];
        foreach (var row in rows)
            row.KeepsHistory = HeraldCatalogue.IsVersioned(row.Table);
        await store.Rows.AddIfAbsentAsync(changesSettings: true, rows, Instant.FromDateTimeOffset(time.GetUtcNow()), ct);
    }
}
