using CsCheck;
using Herald.Server.Hosting;

namespace Herald.Server.Tests.WebApi;

/// <summary>Requests to the whole server that are nearly right: pure noise never passes the first check.</summary>
internal sealed record AnyRequest(string Method, string Url, string Body, string ContentType, (string Name, string Value)[] Headers)
{
    private static readonly string Voice = DevelopmentDefaults.VoiceEngagement.ToString();
    private static readonly string Upload = $"msdyn_proactive_engagement_configs({Voice})/Microsoft.Dynamics.CRM.Herald_UploadDeliveries";

    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.String[0, 20],
        Among("", "'", "(", ")", "%", "%00", "%ZZ", "%2F", "%2e%2e", "..", "//", "\u0000", "\ud800", "null", "NaN", "1e400", "-1", "@p", "*", "\\", "é", "😀", "$1", new string('(', 900), new string('a', 3_000)));

    private static readonly Gen<string> Name = Among(
        "CCaaS_CreateProactiveDelivery", "CCaaS_CreateSimpleProactiveDelivery", "CCaaS_CreateProactiveBulkDelivery", "CCaaS_CreateProactiveDeliveryBulkV2", "CCaaS_CreateProactiveVoiceDelivery",
        "CCaaS_CreateProactiveSMSDelivery", "CCaaS_CreateOperation", "CCaaS_CancelDeliveryTask", "CCaaS_GetDeliveryTasks", "Herald_ExplainDeliveryTask", "GetTimeZoneCodeByLocalizedName", "WhoAmI", "RetrieveVersion",
        "$batch", "$metadata", "", "msdyn_proactive_deliveries", "msdyn_proactive_engagement_configs", "contacts", "systemusers", "queues", "msdyn_proactive_delivery_batches", "timezonedefinitions", "calendars",
        "msdynmkt_contactpointconsent4s", "hrld_outboundprofiles", "environmentvariablevalues", Upload);

    private static readonly Gen<string> Key = Gen.OneOf(
        Among("", "", "", "()", $"({Voice})", $"(DeliveryTaskId={Voice})", $"(DeliveryTaskId='{Voice}')", "(DeliveryTaskId=@p)", "(LocalizedStandardName=@p,LocaleId=1033)", "(contactid=1)", "(schemaname='it''s')", "(a=1,b=2)", "(", "(''')"),
        Noise.Select(n => $"({n})"));

    private static readonly Gen<string> Rest = Gen.OneOf(
        Among("", "", "", "/$count", "/$ref", "/msdyn_name", "/msdyn_name/$value", "/contact_customer_contacts/$ref", "/Microsoft.Dynamics.CRM.CreateMultiple", "/Microsoft.Dynamics.CRM.DeleteMultiple", "/Microsoft.Dynamics.CRM.Herald_UploadDeliveries", "/Microsoft.Dynamics.CRM.Nothing"),
        Noise.Select(n => "/" + n));

    private static readonly Gen<string> Word = Gen.OneOf(
        Among("contact", "msdyn_proactive_delivery", "msdyn_proactive_engagement_config", "lastname", "createdon", "contactid", "msdyn_status", "parentcustomerid", "msdyn_contact_id", "msdyn_seq_no", "versionnumber", "a", "1", "0", "-1", "true", "5000", Voice, "2026-01-01", "99999999999999999999", "%2525"),
        Noise.Select(n => n.Replace('\ud800', 'x').Replace('&', 'x').Replace('#', 'x')));

    private static readonly Gen<string> Attributes = Gen.Select(
        Among("name", "attribute", "alias", "value", "valueof", "operator", "entityname", "from", "to", "link-type", "type", "page", "count", "top", "paging-cookie", "aggregate", "groupby", "dategrouping", "distinct", "descending", "returntotalrecordcount"),
        Gen.OneOf(Word, Among("eq", "ne", "in", "like", "between", "on", "last-x-days", "olderthan-x-years", "contain-values", "null", "eq-userid", "outer", "or", "count", "sum", "avg", "max", "day", "%26lt;cookie token=%26quot;W10%26quot;/%26gt;")),
        (name, value) => $" {name}='{value}'").Array[0, 4].Select(all => string.Concat(all.DistinctBy(a => a.Split('=')[0])));

    private static readonly Gen<string> Condition = Gen.Select(
        Among("lastname", "createdon", "contactid", "msdyn_status", "parentcustomerid", "versionnumber", "msdyn_result_date", "msdyn_country"),
        Among("eq", "ne", "lt", "ge", "in", "not-in", "like", "begins-with", "ends-with", "between", "not-between", "on", "today", "last-x-days", "next-x-hours", "olderthan-x-years", "contain-values", "null", "eq-userid", "no"), Word,
        (name, test, value) => $"<condition attribute='{name}' operator='{test}' value='{value}'/>");

    private static readonly Gen<string> Elements = Gen.OneOf(
        Condition.Select(c => $"<filter>{c}</filter>"),
        Gen.Select(Among("attribute", "order", "filter", "all-attributes", "link-entity", "condition", "nothing"), Attributes, Condition, (name, attributes, inside) => $"<{name}{attributes}>{inside}</{name}>")).Array[0, 4].Select(string.Concat);

    private static readonly Gen<string> Fetch = Gen.OneOf(
        Gen.Select(Attributes, Among("contact", "msdyn_proactive_delivery"), Elements, (attributes, entity, inside) => $"<fetch{attributes}><entity name='{entity}'>{inside}</entity></fetch>"),
        Gen.Select(Elements, Elements, (inside, below) => $"<fetch><entity name='contact'>{inside}<link-entity name='contact' from='contactid' to='parentcustomerid' alias='a' link-type='outer'>{below}</link-entity></entity></fetch>"),
        Elements);

    private static readonly Gen<string> Query = Gen.OneOf(
        Among(
            "", "", "$select=msdyn_status", "$filter=msdyn_status eq 'Pending'", "$filter=contains(lastname,'%25')", "$filter=_ownerid_value eq null", "$orderby=createdon desc&$top=3", "$count=true&$top=0",
            "$expand=contact_customer_contacts($count=true;$top=1)", "$apply=aggregate($count as n)", "$skiptoken=x", "@p='x'", $"@p={Voice}", "$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=3)",
            "$filter=Microsoft.Dynamics.CRM.In(PropertyName='msdyn_status',PropertyValues=['a','b'])", "fetchXml=<fetch/>", "partitionId='x'"),
        Gen.OneOf(Fetch, Fetch.Select(f => f.Replace("<", "%3C", StringComparison.Ordinal))).Select(f => "fetchXml=" + f),
        Gen.Select(Noise, Noise, (a, b) => $"{a}={b}"), Noise.Select(n => "$filter=" + n), Noise.Select(n => "$expand=" + n), Noise.Select(n => "$select=" + n), Noise.Select(n => "$orderby=" + n));

    private static readonly Gen<string> Value = Gen.OneOf(
        Among(
            "null", "1", "1e400", "true", "\"\"", "\"1.0\"", $"\"{Voice}\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[{}]", "[[[[1]]]]", "\"[{}]\"", "\"[\"", "\"2026-01-01T00:00:00Z\"", "\"Cancel\"", "\"Suspend\"", "\"+15550404\"", "\"/contacts(x)\"",
            """[{"uniqueIdentifier":"1","firstName":"A","lastName":"B","mobilePhoneNumber":"+15550404"}]""", """[{"Start":"2026-01-01","End":"2026-01-01"}]""", """[{"lastname":"x"}]""", """{"lastname":"x"}"""),
        Noise.Select(n => System.Text.Json.JsonSerializer.Serialize(n.Replace('\ud800', 'x'))));

    private static readonly Gen<string> Member = Gen.Select(
        Gen.OneOf(
            Among(
                "ApiVersion", "ProactiveEngagementConfigId", "RequestId", "Priority", "Contacts", "Windows", "Message", "ProactiveDeliveries", "ProactiveEngagements", "DestinationPhoneNumber", "ContactId", "InputAttributes", "Operation",
                "DeliveryId", "DeliveryTaskId", "UniqueIdentifier", "MobilePhoneNumber", "TimeZone", "msdyn_status", "lastname", "contact_customer_contacts", "parentcustomerid_contact", "parentcustomerid_contact@odata.bind", "Targets", "value", "@odata.id", "statecode"),
            Noise.Select(n => n.Replace('\ud800', 'x'))),
        Value, (n, v) => $"{System.Text.Json.JsonSerializer.Serialize(n)}:{v}");

    private static readonly Gen<string> Json = Gen.OneOf(
        Member.Array[0, 6].Select(m => $"{{{string.Join(',', m)}}}"),
        Member.Array[0, 6].Select(m => $"{{\"ApiVersion\":\"1.0\",\"ProactiveEngagementConfigId\":\"{Voice}\"{string.Concat(m.Select(one => "," + one))}}}"),
        Noise);

    private static readonly Gen<string> File = Gen.OneOf(
        Noise, Gen.OneOf(Among("UniqueIdentifier,MobilePhoneNumber", "UniqueIdentifier", "a,b,c", "\"", ""), Noise).Array[0, 3].Select(lines => string.Join('\n', lines)),
        Gen.Select(Noise, Noise, (a, b) => $"UniqueIdentifier,MobilePhoneNumber\n{a},{b}\n"));

    private static readonly Gen<string> Form = Gen.Select(
        Among("name=\"file\"; filename=\"a.csv\"", "name=\"file\"", "name=\"\"", "", "filename=\"../../etc/x\"; name=file"), File,
        Among("--b--\r\n", "--b", "", "--b\r\n"), (d, f, end) => $"--b\r\nContent-Disposition: form-data; {d}\r\nContent-Type: text/csv\r\n\r\n{f}\r\n{end}");

    private static readonly Gen<string> Call = Gen.Select(Name, Key, Rest, Query, (n, k, r, q) => q.Length == 0 ? $"{n}{k}{r}" : $"{n}{k}{r}?{q}");

    private static readonly Gen<string> Verb = Among("GET", "GET", "POST", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS");

    private static readonly Gen<string> Part = Gen.Select(
        Among("Content-Type: application/http\r\n", "Content-Type: application/http\r\nContent-ID: 1\r\n", "Content-Type: application/http\r\nContent-ID: 2\r\n", "", "Bad\r\n"),
        Gen.OneOf(Gen.Select(Verb, Call, (m, u) => $"{m} /api/data/v9.2/{u} HTTP/1.1"), Gen.Select(Verb, Call, (m, u) => $"{m} {u} HTTP/1.1"), Noise), Gen.OneOf(Json, File),
        (h, line, body) => $"{h}\r\n{line}\r\nContent-Type: application/json\r\n\r\n{body}");

    private static readonly Gen<string> Batch = Gen.OneOf(
        Part.Array[1, 3].Select(parts => Joined("b", parts)),
        Part.Array[1, 3].Select(parts => Joined("b", [$"Content-Type: multipart/mixed; boundary=c\r\n\r\n{Joined("c", parts)}"])));

    private static readonly Gen<(string, string)> Header = Gen.OneOf(
        Gen.Select(
            Among("Prefer", "If-Match", "If-None-Match", "Accept", "OData-Version", "OData-MaxVersion", "MSCRMCallerID", "CallerObjectId", "MSCRM.SessionToken", "Repeatability-Request-ID", "Repeatability-First-Sent", "Content-Encoding", "X-HTTP-Method-Override", "Accept-Encoding", "Range"),
            Gen.OneOf(Among("return=representation", "odata.maxpagesize=0", "odata.maxpagesize=1", "odata.include-annotations=\"*\"", "*", "null", "W/\"1\"", "\"", "application/xml", "5.0", "Tue, 24 Nov 2026 12:00:00 GMT", "gzip", "bytes=0-1", Guid.AllBitsSet.ToString()), Gen.String[Gen.Char[' ', '~'], 0, 20]),
            (name, value) => (name, value)));

    private static readonly Gen<(string Body, string Type)> Content = Gen.OneOf(
        Gen.Select(Json, Among("application/json", "application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded"), (b, t) => (b, t)),
        Gen.Select(Form, Among("multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=c"), (b, t) => (b, t)),
        Gen.Select(File, f => (f, "text/csv")),
        Gen.Select(Batch, b => (b, "multipart/mixed; boundary=b")));

    /// <summary>Any of them.</summary>
    public static readonly Gen<AnyRequest> All = Gen.OneOf(
        Gen.Select(Verb, Call, Content, Header.Array[0, 2], (m, u, c, h) => new AnyRequest(m, u, c.Body, c.Type, h)),
        Gen.Select(Batch, Header.Array[0, 1], (b, h) => new AnyRequest("POST", "$batch", b, "multipart/mixed; boundary=b", h)),
        Gen.Select(Form, f => new AnyRequest("POST", Upload, f, "multipart/form-data; boundary=b", [])));

    private static Gen<string> Among(params string[] values) => Gen.Int[0, values.Length - 1].Select(n => values[n]);

    private static string Joined(string boundary, string[] parts) => string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";
}
