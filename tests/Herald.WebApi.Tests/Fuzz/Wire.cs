using CsCheck;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Fuzz;

/// <summary>Generators that start from what is valid and go wrong in one place: pure noise never passes the first check.</summary>
internal static class Wire
{
    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.String[0, 20],
        Among("", "'", "''", "(", ")", "%", "%00", "%ZZ", "%27", "%2F", "\u0000", "\ud800", "null", "NaN", "INF", "-INF", "1e400", "99999999999999999999", "-1", "$it", "@p", "/", "//", "..", "*", "\\", "é", "😀", new string('(', 900), new string('a', 5000)));

    private static readonly Gen<string> Property = Among(
        "msdyn_status", "msdyn_result", "msdyn_delivery_id", "msdyn_proactive_deliveryid", "createdon", "msdyn_start_date_ms", "versionnumber", "msdyn_seq_no", "msdyn_speech_detected",
        "_ownerid_value", "msdyn_to_address", "msdyn_journey_run_id", "contactid", "lastname", "birthdate", "donotphone", "statecode", "preferredcontactmethodcode", "_parentcustomerid_value", "fullname",
        "parentcustomerid_contact/lastname", "parentcustomerid_contact/parentcustomerid_contact/birthdate", "nothere", "$count", "overriddencreatedon");

    private static readonly Gen<string> Literal = Gen.OneOf(
        Among("'x'", "''", "'%25'", "'O''Neil'", "null", "true", "false", "0", "1", "-5", "1.5", "2147483648", "9223372036854775807", "1e10", "2026-05-28", "2026-05-28T20:26:47Z", "0001-01-01", "9999-12-31T23:59:59Z",
            "11111111-1111-1111-1111-111111111111", "'11111111-1111-1111-1111-111111111111'", "duration'PT1H'", "12:00:00", "@p", "['a','b']", "[1,2]", "[]"),
        Noise.Select(n => $"'{n}'"), Noise);

    private static readonly Gen<string> Compare = Gen.Select(Property, Among("eq", "ne", "gt", "ge", "lt", "le", "has", "add", "in"), Literal, (p, o, l) => $"{p} {o} {l}");

    private static readonly Gen<string> Function = Gen.Select(
        Among("In", "NotIn", "Between", "NotBetween", "ContainValues", "On", "NotOn", "OnOrAfter", "Today", "Tomorrow", "LastXDays", "NextXYears", "OlderThanXMonths", "ThisMonth", "NoSuch"),
        Property, Literal, Among("PropertyValue", "PropertyValues", "None"),
        (f, p, l, n) => $"Microsoft.Dynamics.CRM.{f}(PropertyName='{p}'{(n == "None" ? "" : $",{n}={l}")})");

    private static readonly Gen<string> Simple = Gen.OneOf(
        Compare, Function,
        Gen.Select(Among("contains", "startswith", "endswith", "length", "tolower", "year", "cast"), Property, Literal, (f, p, l) => $"{f}({p},{l})"),
        Gen.Select(Compare, c => $"contact_customer_contacts/any(o:o/{c})"), Gen.Select(Compare, c => $"contact_customer_contacts/all(o:o/{c})"), Noise);

    private static readonly Gen<string> Filter = Gen.OneOf(
        Simple, Gen.Select(Simple, s => $"not ({s})"), Gen.Select(Simple, Among("and", "or"), Simple, (a, o, b) => $"({a}) {o} {b}"),
        Gen.Select(Gen.Int[1, 1500], n => string.Concat(Enumerable.Repeat("not ", n)) + "true"), Gen.Select(Gen.Int[1, 1200], n => new string('(', n) + "true" + new string(')', n)));

    private static readonly Gen<string> Cookie = Gen.OneOf(
        Noise, Gen.Select(Gen.String[0, 40], s => $"<cookie pagenumber=\"2\" pagingcookie=\"{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(s))}\" istracking=\"False\" />"));

    private static readonly Gen<string> Option = Gen.OneOf(
        Gen.Select(Filter, f => "$filter=" + f),
        Gen.Select(Gen.OneOf(Property, Noise), p => "$select=" + p),
        Gen.Select(Gen.OneOf(Property, Noise), Among("", " asc", " desc", " sideways"), (p, d) => $"$orderby={p}{d}"),
        Gen.Select(Gen.OneOf(Among("0", "1", "5", "-1", "99999999999"), Noise), t => "$top=" + t),
        Gen.Select(Gen.OneOf(Among("true", "false"), Noise), c => "$count=" + c),
        Gen.Select(Gen.OneOf(Among("contact_customer_contacts", "parentcustomerid_contact($expand=parentcustomerid_contact)", "ownerid", "contact_customer_contacts($top=1;$orderby=lastname)", "*"), Noise), Filter, (e, f) => $"$expand={e},contact_customer_contacts($filter={f})"),
        Gen.Select(Property, Among("sum", "average", "min", "max", "countdistinct", "nothing"), Filter, (p, m, f) => $"$apply=filter({f})/groupby(({p}),aggregate({p} with {m} as x))"),
        Gen.Select(Noise, a => "$apply=" + a), Gen.Select(Cookie, c => "$skiptoken=" + c),
        Gen.Select(Literal, l => "@p=" + l), Gen.Select(Noise, Noise, (a, b) => $"{a}={b}"));

    public static readonly Gen<string> Query = Option.Array[1, 3].Select(options => string.Join('&', options));

    private static readonly Gen<string> Set = Gen.OneOf(Among("contacts", "msdyn_proactive_deliveries", "queues", "systemusers", "WhoAmI", "$metadata", "$batch", "environmentvariabledefinitions"), Noise);

    private static readonly Gen<string> Key = Gen.OneOf(
        Among("", "()", "(11111111-1111-1111-1111-111111111111)", $"({DeliveryRows.Id(1)})", "('x')", "(contactid=1)", "(schemaname='a,b')", "(schemaname='it''s')", "(applicationid=x)", "(a=1,b=2)", "(", "(,)", "(=)", "(''')"),
        Noise.Select(n => $"({n})"));

    private static readonly Gen<string> Rest = Gen.OneOf(
        Among("", "/$count", "/$ref", "/$value", "/lastname", "/lastname/$value", "/parentcustomerid_contact", "/contact_customer_contacts", "/contact_customer_contacts/$ref", "/contact_customer_contacts(x)/$ref", "/Microsoft.Dynamics.CRM.CreateMultiple", "/a/b/c/d"),
        Noise.Select(n => "/" + n));

    public static readonly Gen<string> Url = Gen.Select(Set, Key, Rest, Query, (s, k, r, q) => $"{s}{k}{r}?{q}");

    public static readonly Gen<string> Method = Among("POST", "PATCH", "PUT", "DELETE", "GET", "HEAD", "OPTIONS");

    public static readonly Gen<string> WriteUrl = Gen.Select(Among("contacts", "msdyn_proactive_deliveries", "msdynmkt_quiettimesettings", "msdyn_proactive_engagement_configs", "environmentvariabledefinitions"), Key, Rest, (s, k, r) => $"{s}{k}{r}");

    private static readonly Gen<string> Value = Gen.OneOf(
        Among("null", "1", "-1", "1.5", "1e400", "true", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[1]]]]", "\"2026-01-01\"", "\"99999-01-01\"", "\"/contacts(11111111-1111-1111-1111-111111111111)\"", "\"contacts('x')\"", "\"http://\"", "\"$1\"", "99999999999999999999", "192360000"),
        Noise.Select(n => System.Text.Json.JsonSerializer.Serialize(n.Replace('\ud800', 'x'))));

    private static readonly Gen<string> Member = Gen.Select(
        Gen.OneOf(Property, Among("parentcustomerid_contact@odata.bind", "parentcustomerid_contact", "contact_customer_contacts", "@odata.type", "@odata.id", "Targets", "value", "msdynmkt_transactionalweeklyhours", "msdynmkt_transactionaldates", "statuscode", "msdyn_reattempt_rules")),
        Value, (n, v) => $"\"{n}\":{v}");

    public static readonly Gen<string> Payload = Gen.OneOf(
        Member.Array[0, 4].Select(m => $"{{{string.Join(',', m)}}}"), Member.Array[0, 3].Select(m => $"{{\"Targets\":[{{{string.Join(',', m)}}}]}}"),
        Noise, Gen.Select(Gen.Int[1, 200], n => new string('[', n)));

    private static readonly Gen<string> Part = Gen.Select(
        Among("Content-Type: application/http\r\n", "Content-Type: application/http\r\nContent-ID: 1\r\n", "", "Content-Type: multipart/mixed; boundary=c\r\n", "Bad\r\n"),
        Gen.OneOf(Gen.Select(Method, Url, (m, u) => $"{m} {u} HTTP/1.1"), Noise), Payload,
        (h, l, p) => $"{h}\r\n{l}\r\nContent-Type: application/json\r\n\r\n{p}");

    public static readonly Gen<string> Batch = Gen.OneOf(
        Part.Array[1, 3].Select(parts => Joined("b", parts)),
        Part.Array[1, 3].Select(parts => Joined("b", [$"Content-Type: multipart/mixed; boundary=c\r\n\r\n{Joined("c", parts)}"])),
        Noise);

    private static Gen<string> Among(params string[] values) => Gen.Int[0, values.Length - 1].Select(n => values[n]);

    private static string Joined(string boundary, string[] parts) => string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";
}
