using Herald.WebApi.Catalogue;
using Microsoft.OData.Edm;

namespace Herald.Server.Tables;

/// <summary>The actions and functions of the API contract, for $metadata.</summary>
internal static class Operations
{
    private static readonly ParameterDefinition ApiVersion = Text("ApiVersion", true), Config = Text("ProactiveEngagementConfigId", true);
    private static readonly ParameterDefinition Windows = Text("Windows"), Inputs = Text("InputAttributes"), RequestId = Text("RequestId"), Message = Text("Message"), Priority = Text("Priority");

    public static readonly IReadOnlyList<OperationDefinition> All =
    [
        Action("CCaaS_CreateProactiveDelivery", [ApiVersion, Config, RequestId, Priority, Text("Contacts", true), Windows, Message], [Text("DeliveryId"), Text("DeliveryTaskId")]),
        Action("CCaaS_CreateSimpleProactiveDelivery",
            [
                ApiVersion, Config, Text("UniqueIdentifier", true), Text("FirstName", true), Text("LastName", true), Text("MobilePhoneNumber", true), Text("Email"),
                Text("BusinessPhoneNumber"), Text("HomePhoneNumber"), Text("Country"), Text("City"), Text("AddressLine"), Text("PostalCode"), Text("State"), Text("TimeZone"),
                Priority, Inputs, Windows, RequestId, Message,
            ],
            [Text("DeliveryId"), Text("DeliveryTaskId")]),
        Action("CCaaS_CreateProactiveBulkDelivery", [ApiVersion, Config, Text("ProactiveDeliveries", true), RequestId, Text("ProactiveEngagements")], Batch),
        Action("CCaaS_CreateProactiveBulkDeliveryV2", [ApiVersion, Config, Text("ProactiveDeliveries", true), RequestId], Batch),
        Action("CCaaS_CreateProactiveDeliveryBulkV2", [ApiVersion, Config, Text("ProactiveDeliveries", true), RequestId], Batch),
        Action("CCaaS_CreateProactiveVoiceDelivery", [Text("ApiVersion"), Config, Text("DestinationPhoneNumber"), Text("ContactId"), Windows, Inputs, RequestId], [Text("DeliveryId")]),
        Action("CCaaS_CreateProactiveSMSDelivery", [ApiVersion, Config, Text("DestinationPhoneNumber", true), Text("Message", true), Inputs, RequestId], [Text("DeliveryId")]),
        Action("CCaaS_CreateOperation", [ApiVersion, Text("Operation", true), Text("ProactiveEngagementConfigId"), Text("DeliveryId")], []),
        Action("CCaaS_CancelDeliveryTask", [ApiVersion, Text("DeliveryTaskId", true)], []),
        new("CCaaS_GetDeliveryTasks", true, [new("DeliveryTaskId", EdmPrimitiveTypeKind.Guid, true)], []) { ReturnsExpandos = true },
        new("Herald_ExplainDeliveryTask", true, [new("DeliveryTaskId", EdmPrimitiveTypeKind.Guid, true)],
            [
                Id("deliveryTaskId"), Text("status", true), Text("decision", true), Text("reason"), Text("sentence"), Text("until"), Text("closesAt"), Text("evaluatedAt", true), Text("changesAt"),
                Several("candidates", [Number("loop"), Number("contact"), Text("phone", true), Several("rules", Rule)]), Several("deliveries", Explained),
            ]),
        Action("Herald_PreviewMessages", [ApiVersion, Config, RequestId, Priority, Text("Contacts", true), Windows, Message],
            [new("Messages", EdmPrimitiveTypeKind.String, Many: true), new("Tokens", EdmPrimitiveTypeKind.String, Many: true)]),
        new("Herald_UploadConsents", false, [], []),
        new("Herald_UploadDeliveries", false, [], []) { BoundTo = "msdyn_proactive_engagement_config" },
        new("WhoAmI", true, [], [Id("BusinessUnitId"), Id("UserId"), Id("OrganizationId")]),
        new("GetTimeZoneCodeByLocalizedName", true, [Text("LocalizedStandardName", true), new("LocaleId", EdmPrimitiveTypeKind.Int32, true)], [new("TimeZoneCode", EdmPrimitiveTypeKind.Int32, true)]),
        new("RetrieveVersion", true, [], [Text("Version")]),
    ];

    private static IReadOnlyList<ParameterDefinition> Rule => [Text("rule", true), Text("verdict", true), Text("decider"), Text("inputs"), Text("changesAt")];

    private static IReadOnlyList<ParameterDefinition> Explained =>
        [Id("id"), Text("status", true), Text("result"), Text("reason"), Text("sentence"), Text("startedAt"), Text("endedAt")];

    private static IReadOnlyList<ParameterDefinition> Batch =>
        [Text("BatchId"), new("DeliveriesCreated", EdmPrimitiveTypeKind.Int32), new("DeliveryTaskIds", EdmPrimitiveTypeKind.String, Many: true)];

    private static OperationDefinition Action(string name, IReadOnlyList<ParameterDefinition> parameters, IReadOnlyList<ParameterDefinition> returns) =>
        new(name, false, parameters, returns);

    private static ParameterDefinition Text(string name, bool required = false) => new(name, EdmPrimitiveTypeKind.String, required);

    private static ParameterDefinition Number(string name) => new(name, EdmPrimitiveTypeKind.Int32, true);

    private static ParameterDefinition Several(string name, IReadOnlyList<ParameterDefinition> members) => new(name, EdmPrimitiveTypeKind.None, Many: true) { Members = members };

    private static ParameterDefinition Id(string name) => new(name, EdmPrimitiveTypeKind.Guid, true);
}
