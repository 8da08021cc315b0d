using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 16: the outbound route.</summary>
internal static class WorkstreamTable
{
    public static readonly IReadOnlyList<Choice> StreamSources = [new(192350000, "Entity Records"), new(192360000, "Live chat"), new(192340000, "SMS"), new(192370000, "Voice call")];

    public static readonly TableDefinition Definition = new("msdyn_liveworkstream", "msdyn_liveworkstreams", "msdyn_liveworkstreamid", "msdyn_name", "workstream")
    {
        Columns =
        [
            Column.Key("msdyn_liveworkstreamid"),
            Column.Text("msdyn_name", 100, Requirement.Application),
            Column.OneOf("msdyn_streamsource", StreamSources),
            Column.Integer("msdyn_direction"),
            Column.Integer("msdyn_mode"),
            Column.OneOf("msdyn_workdistributionmode", Choice.From(192350000, "Push", "Pick")),
            Column.Lookup("msdyn_defaultqueue", "queue"),
            Column.Lookup("msdyn_outboundqueueid", "queue"),
            Column.Lookup("msdyn_bot_queue", "queue"),
            Column.Lookup("msdyn_bot_user", "systemuser"),
            Column.Id("msdyn_notificationtemplate_pre_dial"),
            Column.Id("msdyn_notificationtemplate_agent_dial"),
            Column.Integer("msdyn_autocloseafterinactivity", 0),
            Column.Text("hrld_phonenumber", 100),
            Column.Text("hrld_language", 20),
            Column.Text("hrld_agent", 100),
            Column.Boolean("hrld_record", false),
            Column.Lookup("hrld_outboundprofileid", "hrld_outboundprofile"),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
