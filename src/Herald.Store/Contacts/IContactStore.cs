using Herald.Core.Commands;
using NodaTime;

namespace Herald.Store.Contacts;

/// <summary>Contact rows from accepted records, set-wise and after the answer.</summary>
public interface IContactStore
{
    /// <summary>
    /// Upserts the contacts of the next accepted tasks of this process (and of processes that died), behind a watermark. Returns how many tasks were taken; 0 when there is none.
    /// Members present overwrite, absent ones stay; an identifier that is no GUID under <c>contactid</c> touches no row.
    /// </summary>
    /// <param name="keyColumn">Contact column that the unique identifiers of an engagement name; a column it does not know touches no row.</param>
    /// <param name="max">Tasks, 1–1,000.</param>
    Task<int> UpsertAsync(Func<Guid, string> keyColumn, Instant now, int max, CancellationToken ct);

    /// <summary>The numbers of a contact row; null when there is no such row.</summary>
    Task<ContactNumbers?> FindNumbersAsync(Guid contactId, CancellationToken ct);

    /// <summary>Rows that these unique identifiers name, by identifier; those without a row are absent. Under <c>contactid</c> a GUID names its row whether or not it is written yet.</summary>
    Task<IReadOnlyDictionary<string, Guid>> FindAsync(string keyColumn, IReadOnlyCollection<string> identifiers, CancellationToken ct);
}
