namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>How an engagement chooses the number it shows.</summary>
public enum DisplayNumberPolicy
{
    /// <summary>Always the workstream's.</summary>
    Workstream,

    /// <summary>Each contact gets one of the planner's numbers, all numbers get equal shares of the contacts.</summary>
    Rotate,

    /// <summary>The first rule that matches the contact.</summary>
    Rules,
}
