namespace Herald.Core.Commands.FileUpload;

/// <summary>A text column of the contact row that no member of a request names: a file may bring it.</summary>
/// <param name="Name">Logical name.</param>
/// <param name="Label">Display name.</param>
public sealed record ContactRowColumn(string Name, string Label, int Max)
{
    public static readonly IReadOnlyList<ContactRowColumn> All =
    [
        new("middlename", "Middle Name", 50),
        new("salutation", "Salutation", 100),
        new("jobtitle", "Job Title", 100),
        new("nickname", "Nickname", 100),
        new("emailaddress2", "Email Address 2", 100),
        new("emailaddress3", "Email Address 3", 100),
        new("telephone3", "Telephone 3", 50),
        new("address1_line2", "Address 1: Street 2", 250),
        new("address1_line3", "Address 1: Street 3", 250),
        new("address1_telephone1", "Address 1: Phone", 50),
        new("externaluseridentifier", "External User Identifier", 50),
        new("governmentid", "Government", 50),
        new("employeeid", "Employee", 50),
        new("description", "Description", 2_000),
    ];

    /// <summary>Columns of the contact row that are no texts, or are the server's own: a file that names one is refused, lest it be taken for an attribute.</summary>
    internal static readonly IReadOnlySet<string> Unwritable = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "fullname", "Full Name", "preferredcontactmethodcode", "donotphone", "donotemail", "donotbulkemail", "donotfax", "donotpostalmail",
        "parentcustomerid", "birthdate", "Birthday", "ownerid", "statecode", "statuscode", "createdon", "modifiedon", "versionnumber",
    };
}
