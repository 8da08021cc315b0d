namespace Herald.Server.Actions.Bodies;

/// <summary>A bulk body on disk: checked whole before anything is kept, without holding it in memory. The file goes with the object.</summary>
internal sealed class SpooledBody : IAsyncDisposable
{
    private readonly FileStream file;

    private SpooledBody(FileStream file) => this.file = file;

    public long Length => file.Length;

    /// <param name="directory">Created when absent; on the same disk as the data.</param>
    public static async Task<SpooledBody> ReceiveAsync(Stream body, string directory, CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        var file = new FileStream(Path.Combine(directory, $"{Guid.NewGuid():N}.body"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
        try
        {
            await body.CopyToAsync(file, ct);
            await file.FlushAsync(ct);
            return new SpooledBody(file);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bytes from the start; one reader at a time.</summary>
    public Stream Open()
    {
        file.Position = 0;
        return file;
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
