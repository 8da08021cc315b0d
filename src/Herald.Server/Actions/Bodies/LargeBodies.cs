namespace Herald.Server.Actions.Bodies;

/// <summary>Bodies that are held in memory whole: large ones a few at a time, so that memory stays flat under hostile callers.</summary>
internal sealed class LargeBodies : IDisposable
{
    /// <summary>From this size a body waits for its turn; no honest single request comes near.</summary>
    public const long Large = 1024 * 1024;

    private const int AtOnce = 4;

    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    public static bool IsLarge(HttpRequest request) => request.ContentLength is null or > Large;

    public Task WaitAsync(CancellationToken ct) => turns.WaitAsync(ct);

    public void Release() => turns.Release();

    public void Dispose() => turns.Dispose();
}
