using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>All tables and operations of the product that this server has.</summary>
public static class HeraldCatalogue
{
    public static TableCatalogue Create() => new(Tables, Operations.All);

    private static readonly IReadOnlyList<TableDefinition> Tables =
    [
        CalendarRuleTable.Definition,
        CalendarTable.Definition,
        CallbackProfileTable.Definition,
        CallerIdNumberTable.Definition,
        CallerIdRuleTable.Definition,
        CancellationPolicyLinkTable.Definition,
        CancellationPolicyTable.Definition,
        ConsentTable.Definition,
        ContactTable.Definition,
        ConversationTable.Definition,
        DeliveryAttributeTable.Definition,
        DeliveryBatchTable.Definition,
        DeliveryTable.Definition,
        DispositionCategoryTable.Definition,
        DispositionCodeTable.Definition,
        DispositionMapTable.Definition,
        EngagementAttributeTable.Definition,
        EngagementSkillTable.Definition,
        EngagementStatusTable.Definition,
        EngagementTable.Definition,
        EnvironmentVariableDefinitionTable.Definition,
        EnvironmentVariableValueTable.Definition,
        GlobalLimitsTable.Definition,
        MessageTemplateTable.Definition,
        OperatingHourTable.Definition,
        OutboundProfileTable.Definition,
        PhoneNumberTable.Definition,
        PlannerTable.Definition,
        PurposeTable.Definition,
        QueueTable.Definition,
        QuietTimeTable.Definition,
        SystemUserTable.Definition,
        TimeZoneTable.Definition,
        WorkstreamTable.Definition,
    ];
}
