using System.Text.Json;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.Templates;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Bodies;
using NodaTime.Extensions;

namespace Herald.Server.Actions.Creating;

/// <summary><c>Herald_PreviewMessages</c>, ours: takes the body of CCaaS_CreateProactiveDelivery for an SMS engagement and answers the text each contact would get. Nothing is kept.</summary>
internal sealed class PreviewMessages(CreateParts parts) : IApiAction
{
    public const string Name = "Herald_PreviewMessages";

    public async Task InvokeAsync(ApiCall call)
    {
        using var body = await RequestBody.ReadAsync(call.Request, call.Aborted);
        await parts.Engine.Settings.RefreshAsync(call.Aborted);
        switch (CreateProactiveDelivery.Read(body.Bytes, parts.Engine.Settings.FindEngagement, parts.Time.GetCurrentInstant()))
        {
            case Reading<DeliveryTask>.Refused refused:
                await parts.RefuseAsync(call, refused.Status, refused.Faults);
                break;
            case Reading<DeliveryTask>.Accepted { Value.Channel: Channel.Voice }:
                await parts.RefuseAsync(call, StatusCodes.Status400BadRequest, [new Fault(FaultCode.Invalid, "ProactiveEngagementConfigId", "ProactiveEngagementConfigId names a voice engagement; only SMS engagements send messages.")]);
                break;
            case Reading<DeliveryTask>.Accepted { Value: var task }:
                await JsonAnswer.WriteAsync(call.Response, JsonAnswer.Build(json => Write(json, call, task, TemplateOf(task))));
                break;
        }
    }

    /// <summary>Null: the request's own text overrides any template.</summary>
    private MessageTemplate? TemplateOf(DeliveryTask task) =>
        task.Message is null ? MessageTemplate.Parse(parts.Engine.Settings.FindEngagement(task.EngagementId)?.Template ?? "") : null;

    private static void Write(Utf8JsonWriter json, ApiCall call, DeliveryTask task, MessageTemplate? template)
    {
        json.WriteStartObject();
        json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#Microsoft.Dynamics.CRM.{Name}Response");
        json.WriteStartArray("Messages"u8);
        foreach (var contact in task.Contacts)
            json.WriteStringValue(template?.Render(contact, contact.MobilePhone!) ?? task.Message);
        json.WriteEndArray();
        json.WriteStartArray("Tokens"u8);
        foreach (var token in template?.Tokens ?? [])
            json.WriteStringValue(token);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
