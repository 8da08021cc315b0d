using Herald.Core.Deliveries;
using Herald.Core.TimeZones;

namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>Shows a number to the contacts whose field meets the condition. Blind to case and to blanks around.</summary>
/// <param name="Number">E.164.</param>
public sealed record DisplayNumberRule(DisplayNumberField Field, DisplayNumberCondition Condition, string Value, string Number)
{
    public bool Matches(Contact contact)
    {
        if (FieldOf(contact)?.Trim() is not { Length: > 0 } actual || Value.Trim() is not { Length: > 0 } wanted)
            return false;
        return Condition switch
        {
            DisplayNumberCondition.StartsWith => actual.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            DisplayNumberCondition.Equals => IsSame(actual, wanted),
            _ => wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(one => IsSame(actual, one)),
        };
    }

    private string? FieldOf(Contact contact) => Field switch
    {
        DisplayNumberField.State => contact.State,
        DisplayNumberField.City => contact.City,
        DisplayNumberField.PostalCode => contact.PostalCode,
        _ => contact.TimeZone,
    };

    // A contact's zone is an IANA id by now; a rule may spell it as requests do.
    private bool IsSame(string actual, string wanted) =>
        actual.Equals(wanted, StringComparison.OrdinalIgnoreCase)
        || (Field == DisplayNumberField.TimeZone && actual.Equals(TimeZoneSpelling.Find(wanted), StringComparison.OrdinalIgnoreCase));
}
