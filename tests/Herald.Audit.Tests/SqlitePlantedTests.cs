using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class SqlitePlantedTests() : PlantedConformance(StoreEngine.Sqlite)
{
    [Fact]
    public async Task A_version_taken_out_of_the_history_shows()
    {
        await Store.Settings.SetSuspendedAsync(Any.Engagement, true, Herald.Store.Settings.SuspensionType.ApiAction, null, Noon, Ct);
        await Store.Settings.SetSuspendedAsync(Any.Engagement, false, Herald.Store.Settings.SuspensionType.ApiAction, null, Noon, Ct);
        await Under.WriteAsync("delete from row_version where seq = 1");

        (await BrokenAsync()).ShouldBe(["history"]);
    }
}
