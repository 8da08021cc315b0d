using Herald.Testing;

namespace Herald.Server.Tests.Processes;

public sealed class PostgresKillTests : KillConformance, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-kill");
    private string database = "";

    // One silo port for all: a successor at the same address is up at once after the kill of all processes.
    protected override (string Name, string Value)[] Store =>
        [("Herald:DataDirectory", folder.FullName), ("ConnectionStrings:Herald", database), ("Herald:Silo:Port", FixedPort)];

    private string FixedPort { get; } = Ports.Free().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync() => database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
