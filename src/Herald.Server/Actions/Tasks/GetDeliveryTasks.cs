using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch;
using Herald.Server.Actions.Answers;
using Herald.Store;
using Herald.Store.Reporting;

namespace Herald.Server.Actions.Tasks;

/// <summary><c>CCaaS_GetDeliveryTasks(DeliveryTaskId=…)</c>.</summary>
internal sealed class GetDeliveryTasks(IHeraldStore store, DispatchEngine engine) : IApiAction
{
    public async Task InvokeAsync(ApiCall call)
    {
        if (await TaskParameter.ReadAsync(call) is not { } task)
            return;
        var view = await store.Tasks.ReadAsync(task, call.Aborted);
        var planner = (view is null ? null : engine.Settings.FindEngagement(view.Task.EngagementId)?.Planner) ?? PlannerSettings.Default;
        var optedOut = view is null ? Facts.EmptyNumbers : await store.Facts.OptedOutAsync(view.Task.Channel, [.. view.Task.Contacts.SelectMany(ChainStatus.NumbersOf)], call.Aborted);
        var contactIds = view is null ? [] : await ContactIdsAsync(view, planner, call.Aborted);
        var body = JsonAnswer.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#expando");
            json.WriteStartArray("value"u8);
            if (view is not null)
                DeliveryTaskJson.Write(json, view, planner, optedOut, contactIds, call.Caller.OrganizationId);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        await JsonAnswer.WriteAsync(call.Response, body);
    }

    private async Task<IReadOnlyList<string>> ContactIdsAsync(TaskView view, PlannerSettings planner, CancellationToken ct)
    {
        string[] identifiers = [.. view.Task.Contacts.Select(contact => contact.UniqueIdentifier)];
        var rows = await store.Contacts.FindAsync(planner.ContactKeyColumn, identifiers, ct);
        return [.. identifiers.Select(identifier => rows.TryGetValue(identifier, out var row) ? row.ToString("D") : identifier)];
    }
}
