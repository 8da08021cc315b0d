namespace Herald.Core.Engagements;

/// <summary>msdyn_engagement_type, value minus 100000100: who leads the talk.</summary>
public enum Leader
{
    Bot = 0,
    Representative = 1,
}
