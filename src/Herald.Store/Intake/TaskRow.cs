using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Bodies;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Intake;

/// <summary>A new task as its two rows.</summary>
/// <param name="IntakeNumber">Rises with the order of commits of its process: what was accepted after a mark is a range.</param>
internal sealed record TaskRow(long IntakeNumber, DeliveryTask Task, DeliveryStatus Status, Instant? EndedAt, Guid? QueueId, byte[] Body)
{
    public static readonly Command<TaskRow> Append = new Command<TaskRow>("append_tasks")
        .Id("id", row => row.Task.Id)
        .Number("intake_no", row => row.IntakeNumber)
        .Id("engagement", row => row.Task.EngagementId)
        .Number("channel", row => (long)row.Task.Channel)
        .Number("intake", row => (long)row.Task.Intake)
        .Number("status", row => (long)row.Status)
        .Text("tracking", row => row.Task.TrackingId)
        .Text("country", row => row.Task.Contacts[0].Country)
        .Text("state_code", row => row.Task.Contacts[0].State)
        .Text("postal_code", row => row.Task.Contacts[0].PostalCode)
        .Id("queue", row => row.QueueId)
        .Id("batch", row => row.Task.BatchId)
        .At("created", row => row.Task.AcceptedAt)
        .At("ended", row => row.EndedAt)
        .Blob("body", row => row.Body);

    public static TaskRow Of(NewTask task, long intakeNumber)
    {
        var end = task.Step as NextStep.End;
        return new TaskRow(intakeNumber, task.Task, end?.Status ?? DeliveryStatus.Pending, end is null ? null : task.Task.AcceptedAt, task.Row.QueueId, BodyJson.Write(TaskBody.Of(task.Task)));
    }
}
