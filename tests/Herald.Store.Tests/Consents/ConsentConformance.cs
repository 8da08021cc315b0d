using Herald.Core.Deliveries;
using Herald.Store.Consents;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Store.Tests.Consents;

public abstract class ConsentConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly ConsentUpload Upload = new(Any.Id(), null, UploadProgress.InProgress, 0, 0, 0, null, Noon);

    [Fact]
    public async Task A_step_writes_consents_history_and_progress_together()
    {
        string[] numbers = [Any.Number(), Any.Number()];
        ConsentEntry[] entries = [new(Channel.Voice, numbers[0], true), new(Channel.Sms, numbers[0], true), new(Channel.Voice, numbers[1], false)];

        (await Store.Consents.WriteAsync(Upload with { Lines = 2, Written = 10 }, entries, Ct)).ShouldBe(3);

        (await Store.Facts.OptedOutAsync(Channel.Voice, numbers, Ct)).ShouldBe([numbers[0]]);
        (await Store.Facts.OptedOutAsync(Channel.Sms, numbers, Ct)).ShouldBe([numbers[0]]);
        (await Under.ReadAsync("select count(*) from row_version v join consent c on c.id = v.row_id where v.table_name = 'consent' and c.source = 534120003")).ShouldBe(3);
        (await Under.ReadAsync("select consents_written from consent_upload where total_lines_processed = 2 and progress = 192360001")).ShouldBe(13);
    }

    [Fact]
    public async Task What_says_so_already_is_left_alone_and_the_last_word_on_a_number_counts()
    {
        var number = Any.Number();
        await Store.Consents.WriteAsync(Upload, [new(Channel.Voice, number, true)], Ct);

        (await Store.Consents.WriteAsync(Upload, [new(Channel.Voice, number, true)], Ct)).ShouldBe(0);
        (await Under.ReadAsync("select count(*) from row_version where table_name = 'consent'")).ShouldBe(1);
        (await Store.Consents.WriteAsync(Upload, [new(Channel.Voice, number, true), new(Channel.Voice, number, false)], Ct)).ShouldBe(1);
        (await Store.Facts.OptedOutAsync(Channel.Voice, [number], Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_queued_for_the_number_on_that_channel_is_due_again()
    {
        var later = Noon + Duration.FromHours(1);
        var number = Any.Number();
        var waiting = Any.Waiting(later, Any.Task(number: number));
        var ready = Any.Ready(Any.Task(number: number));
        foreach (var task in new[] { waiting, ready, Any.Waiting(later, Any.Task(channel: Channel.Sms, number: number)), Any.Waiting(later) })
            await Store.Intake.AppendAsync(task, Ct);

        await Store.Consents.WriteAsync(Upload, [new(Channel.Voice, number, true)], Ct);

        var due = await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct);
        due.Select(row => row.DeliveryId).ShouldContain(waiting.DeliveryId);
        due.Select(row => row.DeliveryId).ShouldContain(ready.DeliveryId);
        due.ShouldAllBe(row => row.Task.Contacts[0].MobilePhone == number);
    }

    [Fact]
    public async Task A_row_written_past_the_store_makes_what_is_queued_due_as_well()
    {
        var task = Any.Waiting(Noon + Duration.FromHours(1));
        await Store.Intake.AppendAsync(task, Ct);

        await Under.WriteAsync($"insert into consent (id, contactpointvalue, contactpointtype, value, created_at, modified_at) values (@id, '{task.Task.Contacts[0].MobilePhone}', 534120003, 534120002, 0, {Noon.ToUnixTimeMilliseconds()})", Any.Id());

        (await Store.Queue.ReadDueAsync(Any.Engagement, Noon, 10, Ct)).ShouldHaveSingleItem().DeliveryId.ShouldBe(task.DeliveryId);
    }

    [Fact]
    public async Task An_upload_that_does_not_move_is_failed_and_no_other()
    {
        await Store.Consents.WriteAsync(Upload, [], Ct);
        await Store.Consents.WriteAsync(Upload with { Id = Any.Id(), Progress = UploadProgress.Completed }, [], Ct);

        await Store.Consents.FailStalledAsync(Noon, Noon, Ct);
        (await Under.ReadAsync("select count(*) from consent_upload where progress = 192360004")).ShouldBe(0);
        await Store.Consents.FailStalledAsync(Noon + Duration.FromMinutes(5), Noon, Ct);
        (await Under.ReadAsync("select count(*) from consent_upload where progress = 192360004")).ShouldBe(1);
    }
}
