using Herald.Audit.Log;
using Herald.Audit.Settings;

namespace Herald.Audit.Rules;

/// <summary>A cancellation policy as linked to one engagement.</summary>
internal sealed record Policy(Guid Id, long LinkedAt, long? Until, IReadOnlyList<string> Countries, IReadOnlyList<string> States, IReadOnlyList<string> PostalCodes)
{
    public static Policy Of(Guid id, SettingRow link, SettingRow policy) => new(
        id, link.Number("created_at") ?? 0, policy.Number("end_date"), policy.List("country_codes"), policy.List("state_codes"), policy.List("postal_codes"));

    /// <summary>Whole values, case-blind; an empty list matches everybody. Without end it binds what was accepted before its link.</summary>
    public bool Forbids(Request request) =>
        (request.AcceptedAt < LinkedAt || request.AcceptedAt < Until)
        && Lists(Countries, request.Contact.Country) && Lists(States, request.Contact.State) && Lists(PostalCodes, request.Contact.PostalCode);

    private static bool Lists(IReadOnlyList<string> values, string? value) =>
        values.Count == 0 || (value is not null && values.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase));
}
