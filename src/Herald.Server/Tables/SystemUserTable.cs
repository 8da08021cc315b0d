using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 14: people and applications that call.</summary>
internal static class SystemUserTable
{
    public static readonly TableDefinition Definition = new("systemuser", "systemusers", "systemuserid", "fullname", "system_user")
    {
        Columns =
        [
            Column.Key("systemuserid"),
            Column.Text("fullname", 200),
            Column.Text("firstname", 256),
            Column.Text("lastname", 256),
            Column.Text("internalemailaddress", 100),
            Column.Text("domainname", 1024),
            Column.Id("azureactivedirectoryobjectid") with { Indexed = true },
            Column.Id("applicationid") with { Indexed = true },
            Column.Lookup("businessunitid", "businessunit").Never(),
            Column.Boolean("isdisabled", false, "Enabled", "Disabled"),
            Column.OneOf("accessmode", Choice.From(0, "Read-Write", "Administrative", "Read", "Support User", "Non-interactive", "Delegated Admin"), 0),
            Column.Text("hrld_roles", 400),
            .. RowColumns.Audit(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        AlternateKeys = [new("azureactivedirectoryobjectid", "azureactivedirectoryobjectid"), new("applicationid", "applicationid")],
    };
}
