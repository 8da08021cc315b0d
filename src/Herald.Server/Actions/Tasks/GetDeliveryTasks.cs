using Herald.Core.Engagements;
using Herald.Dispatch;
using Herald.Server.Actions.Answers;
using Herald.Store;

namespace Herald.Server.Actions.Tasks;

/// <summary><c>CCaaS_GetDeliveryTasks(DeliveryTaskId=…)</c>.</summary>
internal sealed class GetDeliveryTasks(IHeraldStore store, DispatchEngine engine) : IApiAction
{
    public async Task InvokeAsync(ApiCall call)
    {
        if (await TaskParameter.ReadAsync(call) is not { } task)
            return;
        var view = await store.Tasks.ReadAsync(task, call.Aborted);
        var body = JsonAnswer.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#expando");
            json.WriteStartArray("value"u8);
            if (view is not null)
                DeliveryTaskJson.Write(json, view, engine.Settings.FindEngagement(view.Task.EngagementId)?.Planner ?? PlannerSettings.Default, call.Caller.OrganizationId);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        await JsonAnswer.WriteAsync(call.Response, body);
    }
}
