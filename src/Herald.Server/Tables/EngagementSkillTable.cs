using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 8: skills of an engagement.</summary>
internal static class EngagementSkillTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_eng_config_characteristic", "msdyn_proactive_eng_config_characteristics", "msdyn_proactive_eng_config_characteristicid", "msdyn_name", "engagement_skill")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_eng_config_characteristicid"),
            Column.Text("msdyn_name", 850, Requirement.Application),
            Column.Lookup("msdyn_characteristic", "characteristic", requirement: Requirement.Application),
            Column.Lookup("msdyn_proactive_engagement_configuration", "msdyn_proactive_engagement_config", inverse: "msdyn_proactive_eng_config_characteristic_proactive_engagement_configuration_msdyn_proactive_engagem", requirement: Requirement.Application),
            .. RowColumns.Standard(), .. RowColumns.SolutionAware(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
