using Herald.Store.Writing;

namespace Herald.Server.Hosting.Seeding;

/// <summary>Rows the product brings along, in every environment.</summary>
internal static class ProductRows
{
    /// <summary>The compliance profile of proactive engagement.</summary>
    public static readonly Guid PesPurpose = new("0e5a1d00-0000-4000-8000-000000000001");

    private static readonly Guid NotRightParty = new("0e5a1d00-0000-4000-8000-000000000002");
    private static readonly Guid DoNotContact = new("0e5a1d00-0000-4000-8000-000000000003");

    public static IEnumerable<NewRow> All =>
    [
        new("purpose", PesPurpose) { ["name"] = "PES", ["state"] = 0, ["status"] = 1 },
        new("disposition_category", NotRightParty) { ["categoryname"] = "Not right party", ["state"] = 0, ["status"] = 1 },
        new("disposition_code", DoNotContact)
        {
            ["name"] = "Do not contact",
            ["dispositioncodevalue"] = "Do not contact",
            ["appliestoallworkstreams"] = true,
            ["state"] = 0,
            ["status"] = 1,
        },
    ];
}
