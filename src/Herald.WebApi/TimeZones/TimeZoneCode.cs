using System.Globalization;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.TimeZones;

/// <summary>The function GetTimeZoneCodeByLocalizedName: a Windows id, or a label, to the zone's code. Names are English whatever LocaleId says.</summary>
internal static class TimeZoneCode
{
    public const string Name = "GetTimeZoneCodeByLocalizedName";

    private static readonly Lazy<Dictionary<string, long>> Codes = new(() =>
    {
        var codes = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var zone in TimeZoneRows.Read())
        {
            codes.TryAdd(zone.Label, zone.Code);
            if (zone.Windows is not null) codes.TryAdd(zone.Windows, zone.Code);
        }
        return codes;
    });

    public static ValueTask RunAsync(Call call, IReadOnlyList<KeyPart> arguments)
    {
        call.Allow();
        if (arguments.FirstOrDefault(a => a.Name is not ("LocalizedStandardName" or "LocaleId")) is { } unknown)
            throw new RefusedException(Faults.Url($"'{unknown.Name}' is no parameter of {Name}."));
        var name = Argument(call, arguments, "LocalizedStandardName");
        var locale = Argument(call, arguments, "LocaleId");
        if (!name.Quoted) throw new RefusedException(Faults.Url("LocalizedStandardName must be a text in single quotes."));
        if (!int.TryParse(locale.Literal, NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw new RefusedException(Faults.Url("LocaleId must be a number, such as 1033."));
        if (!Codes.Value.TryGetValue(name.Value, out var code)) throw new RefusedException(Faults.Invalid($"No time zone is called '{name.Value}'.", "LocalizedStandardName"));
        return Responses.ObjectAsync(call, StatusCodes.Status200OK, $"#Microsoft.Dynamics.CRM.{Name}Response", json => json.WriteNumber("TimeZoneCode", code));
    }

    /// <summary>As written in the parentheses, or what its alias (<c>@p1</c>) stands for.</summary>
    private static KeyPart Argument(Call call, IReadOnlyList<KeyPart> arguments, string name)
    {
        var part = arguments.FirstOrDefault(a => a.Name == name) ?? throw new RefusedException(Faults.Missing(name));
        return part.Literal.StartsWith('@') ? part with { Literal = (call.Query[part.Literal] ?? throw new RefusedException(Faults.Missing(name))).Trim() } : part;
    }
}
