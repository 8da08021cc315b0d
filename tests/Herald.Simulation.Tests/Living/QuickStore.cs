using Herald.Store;

namespace Herald.Simulation.Tests.Living;

/// <summary>A store that never waits for a disk: power cuts have their own tests, and weeks of commits would be most of the time here.</summary>
internal static class QuickStore
{
    private const string Memory = "/dev/shm";

    public static Task<StoreUnderTest> OpenAsync(StoreEngine engine, TimeProvider time) => engine == StoreEngine.Sqlite ? SqliteAsync(time) : PostgresAsync(time);

    private static Task<StoreUnderTest> SqliteAsync(TimeProvider time)
    {
        if (Directory.Exists(Memory))
            Environment.SetEnvironmentVariable("TMPDIR", Memory);
        return StoreUnderTest.Sqlite(time);
    }

    private static async Task<StoreUnderTest> PostgresAsync(TimeProvider time)
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.ExecuteAsync("alter system set fsync = off");
        await cluster.ExecuteAsync("select pg_reload_conf()");
        return await StoreUnderTest.Postgres(time);
    }
}
