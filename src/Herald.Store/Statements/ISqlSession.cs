namespace Herald.Store.Statements;

/// <summary>A connection with its prepared statements, used by one caller at a time.</summary>
internal interface ISqlSession : IDisposable
{
    void Begin();

    void Commit();

    /// <summary>Never throws: a connection that cannot roll back is thrown away by its owner.</summary>
    void Rollback();

    /// <summary>Runs the statement over the rows; returns how many rows of the table changed. Nothing happens for no rows.</summary>
    int Run<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows);

    /// <summary>As <see cref="Run"/>, but its answer is not waited for: it is sent at the latest before the commit.</summary>
    void Later<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows);

    List<T> Query<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read);

    /// <summary>As <see cref="Query"/>; on SQLite it runs on the caller's thread.</summary>
    ValueTask<List<T>> QueryAsync<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read, CancellationToken ct);
}
