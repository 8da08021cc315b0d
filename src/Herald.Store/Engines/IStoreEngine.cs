using System.Data.Common;
using Herald.Store.Statements;

namespace Herald.Store.Engines;

/// <summary>What differs between the databases, besides the statement texts.</summary>
internal interface IStoreEngine : IAsyncDisposable
{
    StoreEngine Kind { get; }

    /// <summary>Takes what only one process may hold (SQLite: the file lock) and checks that the server can carry us.</summary>
    Task OpenAsync(CancellationToken ct);

    /// <summary>A connection of its own for the writer's thread.</summary>
    IWriterSession OpenWriter();

    ValueTask<ISqlSession> RentReaderAsync(CancellationToken ct);

    void Return(ISqlSession reader);

    /// <summary>A plain reader connection; the caller disposes it.</summary>
    ValueTask<DbConnection> OpenConnectionAsync(CancellationToken ct);

    /// <summary>Whether the fault is the database's (away, full, locked) and not one row's.</summary>
    bool IsUnavailable(Exception fault);

    /// <summary>Whether two transactions met and this one gave way: nothing is wrong with its rows, it is tried again.</summary>
    bool IsConflict(Exception fault);

    /// <summary>Whether the transaction of that mark is there; null when nobody can tell yet.</summary>
    bool? WasCommitted(WriterMark mark);

    Task BackupAsync(string file, CancellationToken ct);
}
