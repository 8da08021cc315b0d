using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 17: what a delivery becomes when the customer is on the line or replies. Written by the engine; agents may note on it.</summary>
internal static class ConversationTable
{
    private static readonly IReadOnlyList<Choice> States = [new(0, "Open"), new(1, "Closed"), new(2, "Resolved"), new(3, "Scheduled"), new(4, "Wrap-up")];
    private static readonly IReadOnlyList<Choice> Statuses = [new(1, "Open", 0), new(2, "Active", 0), new(3, "Waiting", 0), new(5, "Wrap-up", 0), new(4, "Closed", 1), new(6, "Resolved", 2), new(7, "Scheduled", 3)];

    public static readonly TableDefinition Definition = new("msdyn_ocliveworkitem", "msdyn_ocliveworkitems", "activityid", "subject", "conversation")
    {
        Columns =
        [
            Column.Key("activityid"),
            Column.IdText("msdyn_ocliveworkitemid").As("~.\"id\"") with { NotNull = true, Indexed = true },
            Column.Text("subject", 200, Requirement.Application),
            Column.Text("msdyn_title", 4000),
            Column.Lookup("msdyn_customer", "contact", "msdyn_customer_msdyn_ocliveworkitem_contact") with { Indexed = true },
            Column.OneOf("msdyn_statuschangereason", Choice.From(192350001, "AwaitingAgentAssignment", "AwaitingAgentAcceptance", "InConversation", "AwaitingCustomerResponse", "AgentMovedToWrapUp", "CustomerDisconnectedOrLeftActiveConversation", "CutomerMovedToWrapUp", "ConversationEndedByAgent", "AutoClosedFromWaitingState", "AutoClosedBySystem", "ClosedDueToOverflow", "CustomerDisconnectedOrLeftOpenConversation", "ConversationEndedByBot", "ClosedDueToFailure", "ForceClosedBySupervisor", "ClosedInDataverseDirectlyByAdmin", "AssignedBySupervisor")),
            Column.Boolean("msdyn_isoutbound", false),
            Column.Boolean("msdyn_isabandoned", false),
            Column.Boolean("msdyn_isagentaccepted", false),
            Column.Boolean("msdyn_isagentsession", true),
            Column.SeveralOf("msdyn_channel", WorkstreamTable.StreamSources),
            Column.Lookup("msdyn_liveworkstreamid", "msdyn_liveworkstream", "msdyn_liveworkstreamid_msdyn_ocliveworkitem"),
            Column.Lookup("msdyn_cdsqueueid", "queue", "msdyn_cdsqueueid_msdyn_ocliveworkitem"),
            Column.Lookup("msdyn_activeagentid", "systemuser", "msdyn_activeagentid_msdyn_ocliveworkitem"),
            Column.Lookup("msdyn_issueid", "incident", "msdyn_IssueId_msdyn_ocliveworkitem").Never(),
            Column.Lookup("msdyn_lastsessionid", "msdyn_ocsession").Never(),
            Column.Integer("msdyn_conversationfirstwaittimeinseconds", 0),
            Column.Integer("msdyn_conversationhandletimeinseconds", 0),
            Column.Integer("msdyn_conversationholdtimeinseconds", 0),
            Column.Integer("msdyn_conversationtalktimeinseconds", 0),
            Column.Integer("msdyn_conversationwrapuptimeinseconds", 0),
            Column.Integer("msdyn_escalationcount", 0),
            Column.Integer("msdyn_transfercount", 0),
            Column.Instant("msdyn_createdon").In("conversation_createdon"),
            Column.Instant("msdyn_initiatedon"),
            Column.Instant("msdyn_startedon"),
            Column.Instant("msdyn_closedon"),
            Column.Instant("msdyn_statusupdatedon"),
            Column.Instant("msdyn_activeagentassignedon"),
            Column.Instant("msdyn_firstwaitstartedon"),
            Column.Instant("msdyn_modifiedon").In("conversation_modifiedon"),
            Column.Instant("msdyn_wrapupinitiatedon"),
            Column.Lookup("hrld_deliveryid", "msdyn_proactive_delivery").In("delivery_id").ReadOnly() with { Indexed = true },
            Column.Boolean("hrld_late").ReadOnly(),
            Column.Text("hrld_number", 300).ReadOnly(),
            Column.Lookup("regardingobjectid", "contact", "regardingobjectid_contact_msdyn_ocliveworkitem"),
            .. RowColumns.Audit(), .. RowColumns.Owner(), .. RowColumns.State(States, Statuses),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
    };
}
