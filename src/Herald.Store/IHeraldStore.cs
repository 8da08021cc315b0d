using Herald.Store.Consents;
using Herald.Store.Contacts;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Pruning;
using Herald.Store.Queue;
using Herald.Store.Reporting;
using Herald.Store.Settings;
using Herald.Store.Users;
using Herald.Store.Writing;

namespace Herald.Store;

/// <summary>All durable state of one Herald process, on SQLite or PostgreSQL. One writer; readers have their own connections.</summary>
/// <remarks>Members throw <see cref="StoreUnavailableException"/> when the database cannot be reached or is full; nothing was kept then.</remarks>
public interface IHeraldStore : IAsyncDisposable
{
    StoreEngine Engine { get; }

    IIntakeStore Intake { get; }
    IQueueStore Queue { get; }
    IReceiptStore Receipts { get; }
    IBacklogStore Backlog { get; }
    IConsentStore Consents { get; }
    IFactStore Facts { get; }
    IInboundStore Inbound { get; }
    ISettingsStore Settings { get; }
    ITaskReader Tasks { get; }
    IRowStore Rows { get; }
    IContactStore Contacts { get; }
    IPruneStore Pruning { get; }
    IUserStore Users { get; }

    /// <summary>Applies missing migrations under a lock, checks the schema, opens the writer. SQLite: takes the file lock of this process.</summary>
    Task OpenAsync(CancellationToken ct);

    /// <summary>A safe copy of the embedded store while it runs (SQLite only; PostgreSQL has pg_dump).</summary>
    Task BackupAsync(string file, CancellationToken ct);
}
