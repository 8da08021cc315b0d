using Herald.Dispatch;
using Herald.Server.Actions.Answers;
using Herald.Server.Errors;

namespace Herald.Server.Actions.Tasks;

/// <summary><c>Herald_ExplainDeliveryTask(DeliveryTaskId=…)</c>, ours: what would be decided now and what every rule says.</summary>
internal sealed class ExplainDeliveryTask(TaskExplanations explanations) : IApiAction
{
    public const string Name = "Herald_ExplainDeliveryTask";

    public async Task InvokeAsync(ApiCall call)
    {
        if (await TaskParameter.ReadAsync(call) is not { } task)
            return;
        if (await explanations.ExplainAsync(task, call.Aborted) is not { } explanation)
        {
            await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status404NotFound, ErrorCodes.NoRow, $"The delivery task With Id = {task} Does Not Exist");
            return;
        }

        await JsonAnswer.WriteAsync(call.Response, JsonAnswer.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context"u8, $"{call.Root}/$metadata#Microsoft.Dynamics.CRM.{Name}Response");
            ExplanationJson.Write(json, explanation);
            json.WriteEndObject();
        }));
    }
}
