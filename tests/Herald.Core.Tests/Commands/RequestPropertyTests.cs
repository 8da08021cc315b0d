using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Core.TimeZones;
using NodaTime;
using NodaTime.Text;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class RequestPropertyTests
{
    private static Reading<DeliveryTask> Read(JsonNode body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    [Fact]
    public void Every_valid_request_is_read_back_whole_in_both_forms() =>
        Gen.Select(Gens.Request, Gen.Bool).Sample(
            (request, asText) =>
            {
                var expected = (JsonObject)request.DeepClone();
                var body = (JsonObject)request.DeepClone();
                if (asText)
                {
                    foreach (var contact in body["Contacts"]!.AsArray())
                        AsText(contact!.AsObject(), "windows", "inputAttributes");
                    AsText(body, "Contacts", "Windows");
                }

                Compare(expected, Read(body).ShouldBeAccepted());
            },
            iter: Often.Times(300));

    private static void Compare(JsonObject request, DeliveryTask task)
    {
        task.TrackingId.ShouldBe((string?)request["RequestId"]);
        task.Priority.ShouldBe((string?)request["Priority"]);
        task.Windows.ShouldBe(request["Windows"] is JsonArray windows ? Windows(windows) : [new(Given.Now, Given.Now + Duration.FromHours(24))]);
        task.Contacts.Count.ShouldBe(request["Contacts"]!.AsArray().Count);
        foreach (var (json, contact) in request["Contacts"]!.AsArray().Zip(task.Contacts))
        {
            contact.UniqueIdentifier.ShouldBe((string?)json!["uniqueIdentifier"]);
            contact.FirstName.ShouldBe((string?)json["firstName"]);
            contact.LastName.ShouldBe((string?)json["lastName"]);
            contact.MobilePhone.ShouldBe((string?)json["mobilePhoneNumber"]);
            contact.BusinessPhone.ShouldBe((string?)json["businessPhoneNumber"]);
            contact.HomePhone.ShouldBe((string?)json["homePhoneNumber"]);
            contact.Email.ShouldBe((string?)json["email"]);
            contact.PostalCode.ShouldBe((string?)json["postalcode"]);
            contact.State.ShouldBe((string?)json["state"]);
            contact.Country.ShouldBe((string?)json["country"]);
            contact.AddressLine.ShouldBe((string?)json["addressline"]);
            contact.City.ShouldBe((string?)json["city"]);
            contact.TimeZone.ShouldBe(TimeZoneSpelling.Find((string)json["timezone"]!));
            contact.InputAttributes.ShouldBe(json["inputAttributes"]!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!), ignoreOrder: true);
            contact.Windows.ShouldBe(json["windows"] is JsonArray own ? Windows(own) : []);
        }
    }

    private static Window[] Windows(JsonArray windows) =>
        [.. windows.Select(w => new Window(Time(w!["start"] ?? w["Start"]), Time(w["end"] ?? w["EndTime"]))).OrderBy(w => w.Start).ThenBy(w => w.End)];

    private static Instant Time(JsonNode? text) => InstantPattern.ExtendedIso.Parse((string)text!).Value;

    // Each changes one thing of a valid request and says which member must be named.
    private static readonly (string Target, Action<JsonObject> Change)[] OfRequest =
    [
        ("ApiVersion", body => body["ApiVersion"] = "1.00"),
        ("ApiVersion", body => body.Remove("ApiVersion")),
        ("ProactiveEngagementConfigId", body => body["ProactiveEngagementConfigId"] = Given.Unknown.ToString()),
        ("ProactiveEngagementConfigId", body => body["ProactiveEngagementConfigId"] = "a1b2c3d4"),
        ("RequestId", body => body["RequestId"] = new string('x', 401)),
        ("Priority", body => body["Priority"] = 1),
        ("Message", body => body["Message"] = "voice has none"),
        ("Contacts", body => body["Contacts"] = body["Contacts"]!.ToJsonString()[..^1]),
        ("Contacts", body => body["Contacts"] = new JsonObject()),
        ("Windows", body => body["Windows"] = new JsonArray()),
        ("Windows[0].end", body => body["Windows"] = new JsonArray(new JsonObject { ["start"] = "2026-01-01T00:00:00Z" })),
        ("Windows[0].Start", body => body["Windows"] = new JsonArray(new JsonObject { ["start"] = "1.1.2026", ["end"] = "2026-01-01T00:00:00Z" })),
        ("Windows[1]", body => body["Windows"] = new JsonArray(Window(), new JsonObject { ["start"] = "2026-01-01T00:00:00Z", ["end"] = "2026-01-01T00:00:00Z" })),
        ("Extra", body => body["Extra"] = "x"),
    ];

    private static readonly (string Target, Action<JsonObject> Change)[] OfContact =
    [
        ("uniqueIdentifier", contact => contact.Remove("uniqueIdentifier")),
        ("uniqueIdentifier", contact => contact["uniqueIdentifier"] = new string('x', 101)),
        ("firstName", contact => contact["firstName"] = ""),
        ("lastName", contact => contact["lastName"] = null),
        ("lastName", contact => contact["lastName"] = true),
        ("mobilePhoneNumber", contact => contact["mobilePhoneNumber"] = "+123456"),
        ("businessPhoneNumber", contact => contact["businessPhoneNumber"] = "15550100"),
        ("homePhoneNumber", contact => contact["homePhoneNumber"] = 15550100),
        ("timezone", contact => contact["timezone"] = "Nowhere Standard Time"),
        ("inputAttributes.deep", contact => contact["inputAttributes"] = new JsonObject { ["deep"] = new JsonArray() }),
        ("inputAttributes", contact => contact["inputAttributes"] = "[]"),
        ("windows", contact => contact["windows"] = new JsonArray()),
        ("windows[0]", contact => contact["windows"] = new JsonArray(JsonValue.Create("x"))),
        ("extra", contact => contact["extra"] = new JsonObject { ["a"] = new JsonArray(1) }),
    ];

    [Fact]
    public void Any_single_mistake_is_named() =>
        Gen.Select(Gens.Request, Gen.Int[0, OfRequest.Length + OfContact.Length - 1], Gen.Int[0, 4], Gen.Bool).Sample(
            (request, which, at, asText) =>
            {
                var body = (JsonObject)request.DeepClone();
                var contacts = body["Contacts"]!.AsArray();
                var index = at % contacts.Count;
                string target;
                if (which < OfRequest.Length)
                {
                    (target, var change) = OfRequest[which];
                    change(body);
                }
                else
                {
                    (var member, var change) = OfContact[which - OfRequest.Length];
                    change(contacts[index]!.AsObject());
                    target = string.Create(CultureInfo.InvariantCulture, $"Contacts[{index}].{member}");
                }

                if (asText && body["Contacts"] is JsonArray)
                    AsText(body, "Contacts");
                var faults = Read(body).ShouldBeRefused(target == "ProactiveEngagementConfigId" && (string)body[target]! != "a1b2c3d4" ? 404 : 400);
                var fault = faults.ShouldHaveSingleItem();
                fault.Target.ShouldBe(target, StringCompareShould.IgnoreCase);
                fault.Message.ShouldStartWith(fault.Target);
                fault.Code.ShouldMatch("^0x8[0-9a-f]{7}$");
            },
            iter: Often.Times(400));
}
