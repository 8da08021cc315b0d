using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>A number of the organisation that calls may show.</summary>
internal static class PhoneNumberTable
{
    public static readonly TableDefinition Definition = new("msdyn_ocphonenumber", "msdyn_ocphonenumbers", "msdyn_ocphonenumberid", "msdyn_phonenumber", "phone_number")
    {
        Columns =
        [
            Column.Key("msdyn_ocphonenumberid"),
            Column.Text("msdyn_name", 100),
            Column.Text("msdyn_phonenumber", 100, Requirement.Application),
            Column.Text("msdyn_country", 100),
            Column.Boolean("msdyn_outbound", true),
            Column.Boolean("msdyn_inbound", false),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Administrators,
        Versioned = true,
        Settings = true,
    };
}
