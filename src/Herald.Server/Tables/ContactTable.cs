using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 13: the people; upserted from every accepted record.</summary>
internal static class ContactTable
{
    public static readonly TableDefinition Definition = new("contact", "contacts", "contactid", "fullname", "contact")
    {
        Columns =
        [
            Column.Key("contactid"),
            Column.Text("fullname", 160).As("nullif(trim(coalesce(~.\"firstname\", '') || ' ' || coalesce(~.\"lastname\", '')), '')"),
            Column.Text("firstname", 50),
            Column.Text("middlename", 50),
            Column.Text("lastname", 50, Requirement.Application),
            Column.Text("salutation", 100),
            Column.Text("jobtitle", 100),
            Column.Text("nickname", 100),
            Column.Text("emailaddress1", 100) with { Indexed = true },
            Column.Text("emailaddress2", 100),
            Column.Text("emailaddress3", 100),
            Column.Text("mobilephone", 50) with { Indexed = true },
            Column.Text("telephone1", 50),
            Column.Text("telephone2", 50),
            Column.Text("telephone3", 50),
            Column.Text("address1_line1", 250),
            Column.Text("address1_line2", 250),
            Column.Text("address1_line3", 250),
            Column.Text("address1_city", 80),
            Column.Text("address1_stateorprovince", 50),
            Column.Text("address1_postalcode", 20),
            Column.Text("address1_country", 80),
            Column.Text("address1_telephone1", 50),
            Column.OneOf("preferredcontactmethodcode", Choice.From(1, "Any", "Email", "Phone", "Fax", "Mail"), 1),
            Column.Boolean("donotphone", false, "Allow", "Do Not Allow"),
            Column.Boolean("donotemail", false, "Allow", "Do Not Allow"),
            Column.Boolean("donotbulkemail", false, "Allow", "Do Not Allow"),
            Column.Boolean("donotfax", false, "Allow", "Do Not Allow"),
            Column.Boolean("donotpostalmail", false, "Allow", "Do Not Allow"),
            Column.Lookup("parentcustomerid", "contact", "parentcustomerid_contact", "contact_customer_contacts") with { Indexed = true },
            Column.Text("externaluseridentifier", 50) with { Indexed = true },
            Column.Text("governmentid", 50),
            Column.Text("employeeid", 50),
            Column.Date("birthdate"),
            Column.Memo("description", 2000),
            .. RowColumns.Standard(),
        ],
        Readers = Access.Readers,
        Writers = Access.Everyone,
    };
}
