using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.AspNetCore.Http;

namespace Herald.Server.Tables;

/// <summary>All tables and operations of the product that this server has.</summary>
public static class HeraldCatalogue
{
    /// <summary>The catalogue; <paramref name="cancel"/> cancels the delivery of that id (a fault, or null when done). Without it deliveries are read only.</summary>
    public static TableCatalogue Create(Func<HttpContext, Guid, CancellationToken, ValueTask<Fault?>>? cancel = null) => new(
        Tables.Select(t => t == DeliveryTable.Definition && cancel is not null ? t with { Rules = DeliveryRules.CancelledBy(cancel) } : t), Operations.All);

    /// <summary>Whether writes to that physical table are kept in <c>row_version</c>.</summary>
    public static bool IsVersioned(string stored) => Tables.Any(table => table.Stored == stored && table.Versioned);

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
        ConsentUploadTable.Definition,
        ContactTable.Definition,
        ConversationMessageTable.Definition,
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
