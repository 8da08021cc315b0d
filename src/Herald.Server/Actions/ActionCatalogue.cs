using Herald.Core.Commands;
using Herald.Core.Commands.Bulk;
using Herald.Core.Deliveries;
using Herald.Dispatch;
using Herald.Server.Actions.Answers;
using Herald.Server.Actions.Creating;
using Herald.Server.Actions.Operations;
using Herald.Server.Actions.Tasks;
using Herald.Server.Actions.Uploading;
using Herald.Store;
using Herald.WebApi.Errors;
using NodaTime;

namespace Herald.Server.Actions;

/// <summary>Every action and function of the API by its name.</summary>
internal static class ActionCatalogue
{
    private const string Operation = "CCaaS_CreateOperation";

    public static IEnumerable<(string Name, IApiAction Action)> Actions(IServiceProvider services)
    {
        var create = ActivatorUtilities.CreateInstance<CreateParts>(services);
        yield return ("CCaaS_CreateProactiveDelivery", Create(CreateProactiveDelivery.Read, ActionResponse.Task));
        yield return ("CCaaS_CreateSimpleProactiveDelivery", Create(CreateSimpleProactiveDelivery.Read, ActionResponse.Task));
        yield return ("CCaaS_CreateProactiveSMSDelivery", Create(CreateProactiveSmsDelivery.Read, DeliveryOnly));
        var voice = ActivatorUtilities.CreateInstance<VoiceDeliveryReader>(services);
        yield return ("CCaaS_CreateProactiveVoiceDelivery", new CreateTask(voice.ReadAsync, DeliveryOnly, create));
        yield return ("CCaaS_CreateProactiveBulkDelivery", new CreateBulk(BulkVersion.V1, create));
        // The documentation named it twice.
        yield return ("CCaaS_CreateProactiveBulkDeliveryV2", new CreateBulk(BulkVersion.V2, create));
        yield return ("CCaaS_CreateProactiveDeliveryBulkV2", new CreateBulk(BulkVersion.V2, create));
        yield return (PreviewMessages.Name, new PreviewMessages(create));
        yield return ("CCaaS_CancelDeliveryTask", ActivatorUtilities.CreateInstance<CancelDeliveryTaskAction>(services));
        yield return (Operation, ActivatorUtilities.CreateInstance<CreateOperationAction>(services));

        CreateTask Create(Func<ReadOnlyMemory<byte>, FindEngagement, Instant, Reading<DeliveryTask>> read, TaskAnswer answer) =>
            new((body, find, now, _) => ValueTask.FromResult(read(body, find, now)), answer, create);
    }

    public static IEnumerable<(string Name, IApiAction Action)> Functions(IServiceProvider services)
    {
        yield return ("CCaaS_GetDeliveryTasks", ActivatorUtilities.CreateInstance<GetDeliveryTasks>(services));
        var engine = services.GetRequiredService<DispatchEngine>();
        var explanations = new TaskExplanations(services.GetRequiredService<IHeraldStore>(), engine.Settings, services.GetRequiredService<TimeProvider>());
        yield return (ExplainDeliveryTask.Name, new ExplainDeliveryTask(explanations));
    }

    /// <summary>Bound to a row of msdyn_proactive_engagement_configs; they look at the verb themselves.</summary>
    public static IEnumerable<(string Name, IApiAction Action)> EngagementActions(IServiceProvider services)
    {
        yield return (UploadDeliveries.Name, new UploadDeliveries(ActivatorUtilities.CreateInstance<CreateParts>(services)));
    }

    private static byte[] DeliveryOnly(ApiCall call, Guid delivery, Guid task) => ActionResponse.Delivery(call, delivery);

    /// <summary>The product knows no such resource under another verb; CreateOperation's page says 405.</summary>
    public static WebApi.Errors.Fault WrongMethod(string name, string url) => name == Operation
        ? new WebApi.Errors.Fault(StatusCodes.Status405MethodNotAllowed, "0x80060888", "API not allowed")
        : Faults.NoResource(url);
}
