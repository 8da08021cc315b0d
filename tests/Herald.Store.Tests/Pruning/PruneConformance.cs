using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Intake;
using Herald.Store.Pruning;
using Herald.Store.Queue;

namespace Herald.Store.Tests.Pruning;

public abstract class PruneConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task Ended_tasks_go_with_their_rows_and_open_ones_stay()
    {
        var tasks = Enumerable.Range(0, 3).Select(_ => Any.Ready(Any.Task() with { Contacts = [new Contact { UniqueIdentifier = "x", MobilePhone = Any.Number(), InputAttributes = new Dictionary<string, string> { ["a"] = "b" } }] })).ToList();
        foreach (var task in tasks)
            await Store.Intake.AppendAsync(task, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, [.. tasks.Select(task => Any.Start(task))]), Ct);
        await Store.Queue.FinishAsync(Any.Finished(tasks[0], Owner, Noon), Ct);
        await Store.Queue.FinishAsync(Any.Finished(tasks[1], Owner, Noon + Duration.FromDays(2)), Ct);

        var now = Noon + Duration.FromDays(1) + IPruneStore.ShortestTasks;
        (await Store.Pruning.PruneTasksAsync(Noon, now, 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneTasksAsync(Noon + Duration.FromDays(1), Noon + IPruneStore.ShortestTasks, 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneTasksAsync(Noon + Duration.FromDays(1), now, 10, Ct)).ShouldBe(1);

        (await Store.Tasks.ReadAsync(tasks[0].Task.Id, Ct)).ShouldBeNull();
        (await Store.Tasks.ReadAsync(tasks[1].Task.Id, Ct)).ShouldNotBeNull();
        (await Under.ReadAsync("select count(*) from delivery_attribute")).ShouldBe(2);
        (await Under.ReadAsync("select count(*) from task_body")).ShouldBe(2);
        (await Under.ReadAsync("select count(*) from attempt_log")).ShouldBe(5);
    }

    [Fact]
    public async Task The_log_is_kept_for_400_days_and_leaves_its_last_hash()
    {
        var old = Any.Ready();
        var young = Any.Ready();
        var later = Noon + Duration.FromDays(2);
        await Store.Intake.AppendAsync(old, Ct);
        await Store.Intake.AppendAsync(young, Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, Noon, Any.Start(old)), Ct);
        await Store.Queue.StartAsync(Any.Starts(Owner, later, Any.Start(young)), Ct);
        var end = Noon + IPruneStore.ShortestLog + Duration.FromDays(1);

        (await Store.Pruning.PruneLogAsync(end, Noon + IPruneStore.ShortestLog, 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneLogAsync(end, end, 10, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from attempt_log")).ShouldBe(1);
        (await Under.ReadAsync("select count(*) from log_chain where pruned_number = 1 and pruned_hash is not null")).ShouldBe(1);
    }

    /// <summary>Whatever the retention, everything that a limit or a preset reads is what it was before.</summary>
    [Fact]
    public async Task Pruning_changes_no_fact_that_a_rule_reads()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var keys = await MakeHistoryAsync(random, 120);
        for (var round = 0; round < 6; round++)
        {
            var before = await FactsAsync(keys);
            var cut = Noon - Duration.FromDays(random.Next(0, 70)) + Duration.FromHours(random.Next(0, 24));
            while (await Store.Pruning.PruneTasksAsync(cut, Noon, 20, Ct) > 0 || await Store.Pruning.PruneLogAsync(cut, Noon, 20, Ct) > 0)
            {
            }

            (await FactsAsync(keys)).ShouldBe(before, $"seed {seed}, cut {cut}");
        }

        (await Under.ReadAsync("select count(*) from task")).ShouldBeLessThan(120, "something was old enough to go");
    }

    /// <summary>Attempts of the last 100 days at a few numbers, of a few people and preset subjects, with every result that a preset pauses after.</summary>
    private async Task<LimitKey[]> MakeHistoryAsync(Random random, int attempts)
    {
        var people = Enumerable.Range(0, 6).Select(_ => (Person: Guid.NewGuid().ToString("D"), Number: Any.Number())).ToList();
        DeliveryResult[] results = [DeliveryResult.LiveAnswer, DeliveryResult.AnsweringMachine, DeliveryResult.NoAnswer, DeliveryResult.CallEnded];
        foreach (var at in Enumerable.Range(0, attempts).Select(_ => Noon - Duration.FromMinutes(random.Next(1, 100 * 24 * 60))).Order())
        {
            var (person, number) = people[random.Next(people.Count)];
            var task = Any.Ready(Any.Task(number: number, at: at, person: person));
            await Store.Intake.AppendAsync(task, Ct);
            await Store.Queue.StartAsync(Any.Starts(Owner, at, Any.Start(task, new LimitDemand(SubjectOf(person), 1_000, at))), Ct);
            var finished = Any.Finished(task, Owner, at + Duration.FromMinutes(2), results[random.Next(results.Length)]);
            await Store.Queue.FinishAsync(finished with { Outcome = finished.Outcome with { Abandoned = random.Next(2) == 0 } }, Ct);
            if (random.Next(3) == 0)
                await Under.WriteAsync("update delivery set disposition_codes = '\"Refused\"' where id = @id", task.DeliveryId);
        }

        return [.. people.Select(person => SubjectOf(person.Person)), .. people.Select(person => new LimitKey(LimitScope.Phone, person.Number)), .. people.Select(person => new LimitKey(LimitScope.Contact, person.Person))];
    }

    private static LimitKey SubjectOf(string person) => new(LimitScope.Subject, $"fr:{person}");

    /// <summary>As text: what presets and limits would be told now.</summary>
    private async Task<string> FactsAsync(LimitKey[] keys)
    {
        var subjects = keys.Where(key => key.Scope == LimitScope.Subject).ToList();
        var since = Noon - Herald.Core.Eligibility.Regulations.PresetCatalogue.LongestClock;
        var starts = await Store.Facts.StartsAsync(keys, Noon - Duration.FromDays(30), 1_000, Ct);
        var talks = await Store.Facts.TalkedAtAsync(subjects, since, Ct);
        var numbers = await Store.Facts.NumberEventsAsync([.. keys.Where(key => key.Scope == LimitScope.Phone)], since, Ct);
        var refusals = await Store.Facts.DispositionsAsync(subjects, since, Ct);
        return string.Join('\n',
        [
            .. starts.Select(pair => $"{pair.Key} {string.Join(' ', pair.Value)}").Order(StringComparer.Ordinal),
            .. talks.Select(pair => $"{pair.Key} talked {pair.Value}").Order(StringComparer.Ordinal),
            .. numbers.Select(events => events.ToString()).Order(StringComparer.Ordinal),
            .. refusals.Select(attempt => $"{attempt.Subject} {attempt.EndedAt} {string.Join(',', attempt.Codes)}").Order(StringComparer.Ordinal),
        ]);
    }

    [Fact]
    public async Task Old_keys_go()
    {
        await Store.Intake.AppendAsync(Any.Ready() with { Repeat = new RepeatKey(new byte[32], [1], [2]) }, Ct);
        await Store.Receipts.KeepAsync(new KeptReceipt(Any.Id(), "lost", DeliveryResult.Delivered, Noon, null), Ct);

        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromHours(23), 10, Ct)).ShouldBe(0);
        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromHours(24), 10, Ct)).ShouldBe(1);
        (await Store.Pruning.PruneKeysAsync(Noon + Duration.FromDays(8), 10, Ct)).ShouldBe(1);
    }
}
