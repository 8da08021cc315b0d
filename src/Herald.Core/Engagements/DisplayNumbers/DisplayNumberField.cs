namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>What of a contact a display-number rule looks at; msdyn_rule_field, value minus 192350100.</summary>
public enum DisplayNumberField
{
    State = 0,
    City = 1,
    PostalCode = 2,
    TimeZone = 3,
}
