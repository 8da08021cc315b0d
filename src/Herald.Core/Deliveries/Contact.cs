using System.Collections.ObjectModel;

namespace Herald.Core.Deliveries;

/// <summary>One person of a task, as the request gave it. Numbers are E.164 (<c>+</c> and 7–15 digits).</summary>
public sealed record Contact
{
    public static readonly IReadOnlyDictionary<string, string> NoAttributes = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Contact row id or external id, at most 100 characters; distinct within a task.</summary>
    public required string UniqueIdentifier { get; init; }

    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string? MobilePhone { get; init; }
    public string? BusinessPhone { get; init; }
    public string? HomePhone { get; init; }
    public string? Email { get; init; }
    public string? PostalCode { get; init; }
    public string? State { get; init; }
    public string? Country { get; init; }
    public string? AddressLine { get; init; }
    public string? City { get; init; }

    /// <summary>IANA zone id, already resolved from whatever spelling the request used; null when it named none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Names ≤ 100 characters (case-sensitive), values ≤ 4,000.</summary>
    public IReadOnlyDictionary<string, string> InputAttributes { get; init; } = NoAttributes;

    /// <summary>Further columns of the contact's row by logical name (file intake); null = none.</summary>
    public IReadOnlyDictionary<string, string>? RowValues { get; init; }

    /// <summary>Override the task's windows for this contact; empty = the task's.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    public string? Number(PhoneType type) => type switch
    {
        PhoneType.Mobile => MobilePhone,
        PhoneType.Business => BusinessPhone,
        _ => HomePhone,
    };
}
