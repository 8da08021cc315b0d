using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Intake;
using Herald.Store.Queue;

namespace Herald.Audit.Tests;

/// <summary>A store with an engagement, written by the store itself; the audit reads the database behind its back.</summary>
public abstract class AuditConformance(StoreEngine engine) : IAsyncLifetime
{
    protected static readonly Guid Owner = Guid.Parse("0193a000-0000-7000-8000-000000000001");
    protected static readonly Instant Noon = Any.Noon;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StoreUnderTest Under { get; private set; } = null!;

    protected IHeraldStore Store => Under.Store;

    public async ValueTask InitializeAsync()
    {
        Under = await StoreUnderTest.Of(engine);
        await Under.AddEngagementAsync(Any.Engagement);
    }

    public async ValueTask DisposeAsync() => await Under.DisposeAsync();

    protected Task<AuditReport> AuditAsync(Duration? grace = null) => Auditor.RunAsync(
        engine == StoreEngine.Sqlite
            ? new AuditOptions { DatabaseFile = Path.Combine(Under.Options.DataDirectory!, "herald.db"), Grace = grace ?? Duration.FromSeconds(5), PageLines = 2 }
            : new AuditOptions { ConnectionString = Under.Options.ConnectionString, Grace = grace ?? Duration.FromSeconds(5), PageLines = 2 },
        Ct);

    /// <summary>The rules that were found broken, each once.</summary>
    protected async Task<string[]> BrokenAsync(Duration? grace = null) => [.. (await AuditAsync(grace)).ByRule.Keys];

    /// <summary>Starts an attempt past all rules of the dispatcher: the store re-checks consent, suspension and the demands that it is given.</summary>
    protected async Task<NewTask> StartAsync(Instant? at = null, DeliveryTask? task = null)
    {
        var row = Any.Ready(task ?? Any.Task());
        await Store.Intake.AppendAsync(row, Ct);
        var answer = await Store.Queue.StartAsync(Any.Starts(Owner, at ?? Noon, Any.Start(row)), Ct);
        answer.Started.Count.ShouldBe(1);
        return row;
    }

    protected Task FinishAsync(NewTask task, Instant at, DeliveryResult result = DeliveryResult.NoAnswer) =>
        Store.Queue.FinishAsync(Any.Finished(task, Owner, at, result), Ct);

    protected Task GiveBackAsync(NewTask task, Instant at) =>
        Store.Queue.NotSentAsync(new UnsentDelivery(task.DeliveryId, Owner, at, at, ReasonCode.NotSent), Ct);

    /// <summary>A planner of the engagement, without history: it has always been so.</summary>
    protected Task AddPlannerAsync(string columns, string values) => Under.WriteAsync(
        $"insert into planner (id, proactive_engagement_config_id, created_at, modified_at, {columns}) values (@id, @id, 0, 0, {values})", Any.Engagement);

    protected static DeliveryTask TaskOf(string person, string? zone = null, Instant? at = null, string? attribute = null)
    {
        var task = Any.Task(person: person, at: at);
        return task with
        {
            Contacts = [task.Contacts[0] with { TimeZone = zone, Country = "US", State = "WA", InputAttributes = attribute is null ? Contact.NoAttributes : new Dictionary<string, string> { ["Debt"] = attribute } }],
            Windows = [new Window(Noon - Duration.FromDays(60), Noon + Duration.FromDays(60))],
        };
    }
}
