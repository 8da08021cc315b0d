namespace Herald.Core.Engagements;

/// <summary>msdyn_processing_order, value minus 700610000.</summary>
public enum CallOrder
{
    EarliestWindowEnd = 0,
    FirstInFirstOut = 1,
    LastInFirstOut = 2,
    CustomAscending = 3,
    CustomDescending = 4,
}
