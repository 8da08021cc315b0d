using NodaTime;

namespace Herald.Store.Consents;

/// <summary>Consents by the thousand.</summary>
public interface IConsentStore
{
    /// <summary>
    /// One step: these consents and the upload's row (<see cref="ConsentUpload.Written"/> of it grows by what changed) in one transaction.
    /// Of two entries for a number and channel the last counts. Everything queued for the numbers is due again in the same transaction.
    /// </summary>
    /// <param name="entries">At most 1,000; the writer is held that long.</param>
    /// <returns>How many consents changed.</returns>
    Task<int> WriteAsync(ConsentUpload upload, IReadOnlyList<ConsentEntry> entries, CancellationToken ct);

    /// <summary>Uploads in progress that have not moved since <paramref name="before"/> are failed: their process died.</summary>
    Task FailStalledAsync(Instant before, Instant now, CancellationToken ct);
}
