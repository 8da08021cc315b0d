namespace Herald.WebApi.Catalogue;

/// <summary>The columns every table of the product has, with the physical names of this store.</summary>
public static class RowColumns
{
    /// <summary>0 Active with status 1, 1 Inactive with status 2.</summary>
    public static readonly IReadOnlyList<Choice> States = [new(0, "Active"), new(1, "Inactive")];
    public static readonly IReadOnlyList<Choice> Statuses = [new(1, "Active", 0), new(2, "Inactive", 1)];

    /// <summary>Who and when, owner, version.</summary>
    public static IEnumerable<Column> Audit() =>
    [
        Column.Instant("createdon").In("created_at").ReadOnly() with { NotNull = true },
        Column.Instant("modifiedon").In("modified_at").ReadOnly() with { NotNull = true },
        Column.Lookup("createdby", "systemuser").In("created_by").ReadOnly(),
        Column.Lookup("modifiedby", "systemuser").In("modified_by").ReadOnly(),
        Column.Lookup("createdonbehalfby", "systemuser").Never(),
        Column.Lookup("modifiedonbehalfby", "systemuser").Never(),
        Column.BigInt("versionnumber").In("version").ReadOnly() with { NotNull = true },
        Column.Integer("importsequencenumber").Never(),
        Column.Date("overriddencreatedon").Never(),
    ];

    public static IEnumerable<Column> Owner() =>
    [
        Column.Lookup("ownerid", "systemuser").In("owner_id"),
        Column.Lookup("owninguser", "systemuser").As("~.\"owner_id\""),
        Column.Lookup("owningbusinessunit", "businessunit").Never(),
        Column.Lookup("owningteam", "team").Never(),
    ];

    public static IEnumerable<Column> State(IReadOnlyList<Choice>? states = null, IReadOnlyList<Choice>? statuses = null) =>
    [
        Column.OneOf("statecode", states ?? States, 0) with { Kind = ColumnKind.State, Stored = "state", NotNull = true },
        Column.OneOf("statuscode", statuses ?? Statuses, 1) with { Kind = ColumnKind.Status, Stored = "status", NotNull = true },
        Column.Integer("timezoneruleversionnumber", -1).Never(),
        Column.Integer("utcconversiontimezonecode", -1).Never(),
    ];

    /// <summary>Of solution-aware tables; there are no solutions here.</summary>
    public static IEnumerable<Column> SolutionAware() =>
    [
        Column.Id("componentidunique").Never(),
        Column.OneOf("componentstate", Choice.From(0, "Published", "Unpublished", "Deleted", "Deleted Unpublished")).Never(),
        Column.Boolean("ismanaged", no: "Unmanaged", yes: "Managed").Never(),
        Column.Instant("overwritetime").Never(),
        Column.Id("solutionid").Never(),
    ];

    /// <summary>Ownership columns of an elastic table whose rows the service writes.</summary>
    public static IEnumerable<Column> ElasticOwner() =>
    [
        Column.Lookup("createdby", "systemuser").Never(), Column.Lookup("modifiedby", "systemuser").Never(),
        Column.Lookup("createdonbehalfby", "systemuser").Never(), Column.Lookup("modifiedonbehalfby", "systemuser").Never(),
        Column.Lookup("ownerid", "systemuser").Never(), Column.Lookup("owninguser", "systemuser").Never(),
        Column.Lookup("owningbusinessunit", "businessunit").Never(), Column.Lookup("owningteam", "team").Never(),
        Column.Integer("importsequencenumber").Never(), Column.Date("overriddencreatedon").Never(),
    ];

    /// <summary>All of a standard, user-owned table.</summary>
    public static IEnumerable<Column> Standard() => [.. Audit(), .. Owner(), .. State()];
}
