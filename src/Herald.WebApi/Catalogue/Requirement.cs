namespace Herald.WebApi.Catalogue;

/// <summary>Requirement level of a column. Application is enforced by forms only, System by the Web API as well.</summary>
public enum Requirement
{
    None,
    Application,
    System,
}
