using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Consents;

internal sealed class ConsentStore(Writer writer) : IConsentStore
{
    public Task<int> WriteAsync(ConsentUpload upload, IReadOnlyList<ConsentEntry> entries, CancellationToken ct) =>
        writer.WriteAsync(new WriteConsents(entries, Queue.ConsentSource.Loaded, upload.Now, upload), ct);

    public Task FailStalledAsync(Instant before, Instant now, CancellationToken ct) => writer.WriteAsync(new FailStalledUploads(before, now), ct);
}
