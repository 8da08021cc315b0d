namespace Herald.WebApi.Catalogue;

/// <summary>When a caller may set a column. A value for a column that is not writable is ignored, as the product does.</summary>
public enum Writability
{
    Always,
    OnCreate,
    Never,
}
