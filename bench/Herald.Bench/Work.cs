using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Server.Hosting.Seeding;
using Herald.Store;
using Herald.Store.Intake;
using Herald.Testing;
using NodaTime;

namespace Herald.Bench;

/// <summary>The work every scenario uses: one text to one number, of the size of the documented sample.</summary>
internal static class Work
{
    public static readonly Guid Engagement = Guid.Parse("b2c3d4e5-f6a7-8901-bcde-f12345678901");
    private static readonly RowSettings Row = new(DialMode.Copilot, Leader.Bot, null, "+14255550100");
    private static int numbers;

    public static Task<StoreUnderTest> OpenAsync(StoreEngine engine) => StoreUnderTest.Of(engine, with: options => options with { Connections = 20 });

    /// <summary>The engagement, workstream and profile of a development server.</summary>
    public static Task SeedAsync(IHeraldStore store) => store.Rows.AddIfAbsentAsync(true, [.. DevelopmentRows.All], SystemClockNow(), CancellationToken.None);

    public static DeliveryTask Task(Instant now, Window window, Guid? batch = null) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        EngagementId = Engagement,
        Channel = Channel.Sms,
        AcceptedAt = now,
        BatchId = batch,
        TrackingId = "d3e4f5a6-b7c8-9012-cdef-a12345678901",
        Message = "Your appointment is confirmed for tomorrow at 10:00 AM. Reply STOP to opt out.",
        Contacts =
        [
            new Contact
            {
                UniqueIdentifier = Guid.NewGuid().ToString("D"),
                FirstName = "Jane",
                LastName = "Smith",
                MobilePhone = $"+1425{Interlocked.Increment(ref numbers) % 10_000_000:0000000}",
                PostalCode = "98101",
                State = "WA",
                Country = "USA",
                City = "Seattle",
                TimeZone = "America/Los_Angeles",
                InputAttributes = new Dictionary<string, string> { ["AppointmentTime"] = "10:00 AM" },
            },
        ],
        Windows = [window],
    };

    public static NewTask Waiting(Instant now, Guid? batch = null)
    {
        var window = new Window(now + Duration.FromHours(24), now + Duration.FromHours(30));
        var task = Task(now, window, batch);
        return new NewTask(task, Guid.CreateVersion7(now.ToDateTimeOffset()), new NextStep.Wait(Number(task), window, window.Start, ReasonCode.Window), window.End.ToUnixTimeMilliseconds(), Row);
    }

    public static NewTask Ready(Instant now, Guid? batch = null)
    {
        var window = new Window(now - Duration.FromHours(1), now + Duration.FromHours(6));
        var task = Task(now, window, batch);
        return new NewTask(task, Guid.CreateVersion7(now.ToDateTimeOffset()), new NextStep.Attempt(Number(task), window, window.End), window.End.ToUnixTimeMilliseconds(), Row);
    }

    public static Candidate Number(DeliveryTask task) => new(1, 0, PhoneType.Mobile, task.Contacts[0].MobilePhone!);

    /// <summary>Appends in batches of 20,000, as bulk requests do.</summary>
    public static async Task AppendAsync(IHeraldStore store, int count, Func<Instant, Guid?, NewTask> make)
    {
        for (var done = 0; done < count; done += 20_000)
        {
            var now = SystemClockNow();
            var batch = new NewBatch(Guid.CreateVersion7(now.ToDateTimeOffset()), Engagement, now, Math.Min(20_000, count - done), 0, null);
            await store.Intake.AppendBatchAsync(batch, MakeAsync(batch, make), CancellationToken.None);
        }
    }

    /// <summary>Contact rows follow their tasks within seconds; until they are written a store of a million fresh tasks is not at rest.</summary>
    public static async Task SettleContactsAsync(IHeraldStore store)
    {
        while (await store.Contacts.UpsertAsync(_ => "contactid", SystemClockNow(), 1_000, CancellationToken.None) > 0)
        {
        }
    }

    public static Instant SystemClockNow() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static async IAsyncEnumerable<NewTask> MakeAsync(NewBatch batch, Func<Instant, Guid?, NewTask> make)
    {
        for (var i = 0; i < batch.Count; i++)
            yield return make(batch.At, batch.Id);
        await System.Threading.Tasks.Task.CompletedTask;
    }
}
