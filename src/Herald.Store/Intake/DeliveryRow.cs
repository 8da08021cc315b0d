using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Queue;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Intake;

/// <summary>The first delivery of a task as a row.</summary>
internal sealed record DeliveryRow(NewTask New, StepRow Step)
{
    public static readonly Command<DeliveryRow> Append = Columns(new Command<DeliveryRow>("append_deliveries"));
    public static readonly Command<DeliveryRow> Hold = Columns(new Command<DeliveryRow>("hold_deliveries"));

    private DeliveryTask Task => New.Task;

    public static DeliveryRow Of(NewTask task) => new(task, StepRow.Of(task.Step, task.Rank, task.Task.AcceptedAt));

    private Instant ExpiresAt() => Task.WindowsOf(Step.Contact).Max(window => window.End);

    // A task that ends at once has no candidate: its row shows the first number the request gave.
    private string Number() => Step.Number
        ?? Task.Contacts.SelectMany(contact => new[] { contact.MobilePhone, contact.BusinessPhone, contact.HomePhone }).FirstOrDefault(number => number is not null)
        ?? "";

    private Guid? ContactId() => Guid.TryParse(Task.Contacts[Step.Contact].UniqueIdentifier, out var id) ? id : null;

    private static Command<DeliveryRow> Columns(Command<DeliveryRow> command) => command
        .Id("id", row => row.New.DeliveryId)
        .Id("task", row => row.Task.Id)
        .Id("engagement", row => row.Task.EngagementId)
        .Number("state", row => (long)row.Step.State)
        .Number("status", row => (long)row.Step.Status)
        .Number("result", row => (long?)row.Step.Result)
        .Number("channel", row => (long)row.Task.Channel)
        .Number("dial_mode", row => (long)row.New.Row.DialMode)
        .Number("leader", row => (long?)row.New.Row.Leader)
        .Number("rank", row => row.Step.Rank)
        .At("next_check", row => row.Step.NextCheckAt)
        .Number("loop", row => row.Step.Loop)
        .Number("contact", row => row.Step.Contact)
        .Number("phone", row => (long)row.Step.Phone)
        .Text("to_address", row => row.Number())
        .Text("from_address", row => row.New.Row.FromAddress)
        .Id("contact_id", row => row.ContactId())
        .At("window_start", row => row.Step.Window?.Start)
        .At("window_end", row => row.Step.Window?.End)
        .At("expires", row => row.ExpiresAt())
        .At("result_at", row => row.Step.ResultAt)
        .Text("reason_code", row => row.Step.ReasonCode)
        .Id("policy", row => row.Step.PolicyId)
        .Id("batch", row => row.Task.BatchId)
        .At("created", row => row.Task.AcceptedAt);
}
