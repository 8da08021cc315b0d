namespace Herald.Server.Tests.Processes;

public sealed class SqliteKillTests : KillConformance, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-kill");

    protected override (string Name, string Value)[] Store => [("Herald:DataDirectory", folder.FullName)];

    public void Dispose() => folder.Delete(recursive: true);
}
