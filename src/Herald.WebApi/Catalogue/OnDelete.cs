namespace Herald.WebApi.Catalogue;

/// <summary>What deleting the row a lookup points to does to the row that holds the lookup.</summary>
public enum OnDelete
{
    RemoveLink,
    Cascade,
    Restrict,
}
