namespace Herald.WebApi.Rows;

/// <summary>Which annotations <c>Prefer: odata.include-annotations</c> asks for; names, <c>*</c> and <c>prefix.*</c>, <c>-name</c> excludes.</summary>
internal sealed record Annotations(bool Formatted, bool LogicalName, bool NavigationProperty, bool Counts, bool Details)
{
    public static readonly Annotations None = new(false, false, false, false, false);

    public const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    public const string LookupLogicalName = "Microsoft.Dynamics.CRM.lookuplogicalname";
    public const string AssociatedNavigationProperty = "Microsoft.Dynamics.CRM.associatednavigationproperty";
    public const string TotalRecordCount = "Microsoft.Dynamics.CRM.totalrecordcount";
    public const string ErrorDetails = "Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus";

    public bool Any => Formatted || LogicalName || NavigationProperty;

    public static Annotations Parse(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool Asked(string name) => names.Any(n => Matches(n, name)) && !names.Any(n => n.StartsWith('-') && Matches(n[1..], name));
        return new(Asked(FormattedValue), Asked(LookupLogicalName), Asked(AssociatedNavigationProperty), Asked(TotalRecordCount), Asked(ErrorDetails));
    }

    private static bool Matches(string pattern, string name) =>
        pattern == "*" || pattern == name || (pattern.EndsWith('*') && name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase));
}
