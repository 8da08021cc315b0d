namespace Herald.Sip.Tests.Lab;

internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("herald-sip-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static string Peer(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "peers", name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
