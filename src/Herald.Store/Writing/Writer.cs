using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Intake;
using Herald.Store.Log;
using Herald.Store.Statements;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Store.Writing;

/// <summary>
/// The one writer of the process: a thread that takes what is there, writes it in one transaction and answers everybody after the commit.
/// No fixed wait: while one batch commits the next gathers.
/// </summary>
internal sealed partial class Writer : IAsyncDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Command<long> HoldChain = new Command<long>("hold_chain").OneNumber("chain", chain => chain);

    private readonly IStoreEngine engine;
    private readonly StoreOptions options;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Lanes lanes;
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IntakeNumbers intake;
    private IWriterSession? session;
    private long batches;
    private long? away;

    public Writer(IStoreEngine engine, StoreOptions options, TimeProvider time, LogChain chain, ILogger log)
    {
        this.engine = engine;
        this.options = options;
        this.time = time;
        this.log = log;
        Chain = chain;
        intake = new IntakeNumbers(chain.Chain);
        lanes = new Lanes(options);
        thread = new Thread(Run) { IsBackground = true, Name = "Herald writer" };
    }

    public LogChain Chain { get; }

    public void Start() => thread.Start();

    /// <summary>Completes once the change is durable.</summary>
    public Task<TAnswer> WriteAsync<TAnswer>(Change<TAnswer> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Add(change);
        return ct.CanBeCanceled ? change.Durable.WaitAsync(ct) : change.Durable;
    }

    /// <summary>Queues a change that tells its caller by itself.</summary>
    public void Add(Change change) => lanes.Add(change);

    public async ValueTask DisposeAsync()
    {
        lanes.Close();
        if (thread.IsAlive)
            await ended.Task;
        session?.Dispose();
    }

    private void Run()
    {
        while (lanes.Take() is { } batch)
        {
            try
            {
                Write(batch);
            }
            catch (Exception fault)
            {
                // Only a mistake of ours comes here; its callers must not wait for ever.
                WriterFault(fault);
                session?.Dispose();
                session = null;
                CallerAnswers.Tell(batch, fault);
            }
        }

        ended.SetResult();
    }

    private void Write(List<Change> batch, int attempt = 1)
    {
        var committing = false;
        var begun = time.GetTimestamp();
        var before = Chain.Head;
        var mark = new WriterMark(Chain.Chain, ++batches);
        try
        {
            session ??= OpenSession();
            Apply(session, batch);
            session.Mark(mark);
            committing = true;
            session.Commit();
        }
        catch (Exception fault)
        {
            session?.Rollback();
            if (attempt < Attempts && engine.IsConflict(fault))
                Again(batch, before, attempt + 1);
            else if (engine.IsUnavailable(fault) || session is null or { IsUsable: false })
                Unavailable(batch, fault, committing && IsCommitted(mark), before);
            else
                Halve(batch, fault, before);
            return;
        }

        WriterMeter.Committed(batch.Sum(change => change.Rows), time.GetElapsedTime(begun));
        CallerAnswers.Tell(batch);
    }

    private IWriterSession OpenSession()
    {
        // A database that is away is not asked by every batch: callers wait a moment for the next try.
        if (away is { } since && time.GetElapsedTime(since) < Pause)
            ended.Task.Wait(Pause, CancellationToken.None);
        away = time.GetTimestamp();
        var opened = engine.OpenWriter();
        opened.Query(HoldChain, [Chain.Chain], _ => 0);
        away = null;
        return opened;
    }

    private void Apply(IWriterSession writer, List<Change> batch)
    {
        if (batch is [OthersWork work])
        {
            work.Apply(writer);
            return;
        }

        writer.Begin();
        var context = new WriteContext(writer, Chain, intake, engine.Kind);
        foreach (var kind in batch.GroupBy(change => change.Kind).OrderBy(group => group.Key.Order))
            kind.Key.Apply(context, [.. kind]);
    }

    private void Unavailable(List<Change> batch, Exception fault, bool committed, LogHead before)
    {
        if (session is { IsUsable: false })
        {
            session.Dispose();
            session = null;
        }

        if (committed)
        {
            CallerAnswers.Tell(batch);
            return;
        }

        Chain.Return(before);
        DatabaseUnavailable(batch.Count, fault);
        var answer = new StoreUnavailableException("The database is away, locked or full; nothing of this was kept.", fault);
        CallerAnswers.Tell(batch, answer);
        // Whoever waited behind this batch waited for the same database: each lane asking it in turn would keep the last one for four times as long.
        while (lanes.TryTake() is { } waiting)
            CallerAnswers.Tell(waiting, answer);
    }

    private void Again(List<Change> batch, LogHead before, int attempt)
    {
        Chain.Return(before);
        Write(batch, attempt);
    }

    private void Halve(List<Change> batch, Exception fault, LogHead before)
    {
        Chain.Return(before);
        if (batch.Count == 1)
        {
            // A caller's own refusal inside his work (a row that is not there, a version that has moved) is his answer, not our news.
            if (fault is DbException)
                ChangeRefused(batch[0].Kind.Name, fault);
            CallerAnswers.Tell(batch, fault);
            return;
        }

        var middle = batch.Count / 2;
        Write(batch[..middle]);
        Write(batch[middle..]);
    }

    // The connection broke while the commit was under way: only the database knows. It may be restarting.
    private bool IsCommitted(WriterMark mark)
    {
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < options.CommitDoubt)
        {
            if (engine.WasCommitted(mark) is { } answer)
                return answer;
            ended.Task.Wait(100, CancellationToken.None);
        }

        return false;
    }
}
