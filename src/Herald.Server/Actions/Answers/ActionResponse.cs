using System.Text.Json;

namespace Herald.Server.Actions.Answers;

/// <summary>The bodies the actions answer with, each an <c>…Response</c> complex type of <c>$metadata</c>.</summary>
internal static class ActionResponse
{
    /// <summary>First-generation actions.</summary>
    public static byte[] Delivery(ApiCall call, Guid delivery) => JsonAnswer.Build(json =>
    {
        Begin(json, call);
        json.WriteString("DeliveryId"u8, delivery);
        json.WriteEndObject();
    });

    public static byte[] Task(ApiCall call, Guid delivery, Guid task) => JsonAnswer.Build(json =>
    {
        Begin(json, call);
        json.WriteString("DeliveryId"u8, delivery);
        json.WriteString("DeliveryTaskId"u8, task);
        json.WriteEndObject();
    });

    /// <param name="tasks">Null when they are too many to list.</param>
    public static byte[] Batch(ApiCall call, Guid batch, int created, IReadOnlyList<Guid>? tasks) => JsonAnswer.Build(json =>
    {
        Begin(json, call);
        json.WriteString("BatchId"u8, batch);
        json.WriteNumber("DeliveriesCreated"u8, created);
        if (tasks is not null)
        {
            json.WriteStartArray("DeliveryTaskIds"u8);
            foreach (var task in tasks)
                json.WriteStringValue(task);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void Begin(Utf8JsonWriter json, ApiCall call)
    {
        json.WriteStartObject();
        json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#Microsoft.Dynamics.CRM.{call.Action}Response");
    }
}
