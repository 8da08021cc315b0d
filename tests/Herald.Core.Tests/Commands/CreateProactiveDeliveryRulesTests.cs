using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class CreateProactiveDeliveryRulesTests
{
    private const string Missing = "0x80040203";
    private const string Invalid = "0x80040203";
    private const string WrongForm = "0x80048d19";
    private const string TooLong = "0x80044331";

    private static Reading<DeliveryTask> Read(string body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body), Given.Find, Given.Now);

    private static Reading<DeliveryTask> Read(JsonNode body) => Read(body.ToJsonString());

    private static Reading<DeliveryTask> ReadContact(Action<JsonObject> change) => Read(Create(With(Contact(), change)));

    [Theory]
    [InlineData("ApiVersion")]
    [InlineData("ProactiveEngagementConfigId")]
    [InlineData("Contacts")]
    public void A_missing_null_or_empty_parameter_is_named(string name)
    {
        Read(With(Create(), body => body.Remove(name))).ShouldHaveOneFault(Missing, name);
        Read(With(Create(), body => body[name] = null)).ShouldHaveOneFault(Missing, name);
        Read(With(Create(), body => body[name] = "")).ShouldHaveOneFault(Missing, name);
    }

    [Theory]
    [InlineData("uniqueIdentifier")]
    [InlineData("firstName")]
    [InlineData("lastName")]
    [InlineData("mobilePhoneNumber")]
    public void A_missing_null_or_empty_contact_member_is_named(string name)
    {
        ReadContact(contact => contact.Remove(name)).ShouldHaveOneFault(Missing, $"Contacts[0].{name}");
        ReadContact(contact => contact[name] = null).ShouldHaveOneFault(Missing, $"Contacts[0].{name}");
        ReadContact(contact => contact[name] = "").ShouldHaveOneFault(Missing, $"Contacts[0].{name}");
    }

    [Theory]
    [InlineData("ApiVersion", "\"1.1\"", Invalid)]
    [InlineData("ApiVersion", "1.0", WrongForm)]
    [InlineData("ApiVersion", "\"v1.0\"", Invalid)]
    [InlineData("ProactiveEngagementConfigId", "\"nonsense\"", WrongForm)]
    [InlineData("ProactiveEngagementConfigId", "\"00000000-0000-0000-0000-000000000000\"", WrongForm)]
    [InlineData("ProactiveEngagementConfigId", "{}", WrongForm)]
    [InlineData("RequestId", "17", WrongForm)]
    [InlineData("Priority", "1", WrongForm)]
    [InlineData("Message", "\"Hello\"", Invalid)]
    [InlineData("Contacts", "5", WrongForm)]
    [InlineData("Contacts", "{}", WrongForm)]
    [InlineData("Contacts", "\"{}\"", WrongForm)]
    [InlineData("Contacts", "\"[\"", WrongForm)]
    [InlineData("Contacts", "\"\\ud800\"", WrongForm)]
    [InlineData("Contacts", "[]", Invalid)]
    [InlineData("Contacts", "\"[]\"", Invalid)]
    [InlineData("Windows", "true", WrongForm)]
    [InlineData("Windows", "[]", Invalid)]
    [InlineData("Windows", "\"[]\"", Invalid)]
    [InlineData("Windows", "\"not JSON\"", WrongForm)]
    public void A_wrong_parameter_is_the_only_fault(string name, string json, string code)
    {
        var body = Create();
        body[name] = JsonNode.Parse("0");
        Read(body.ToJsonString().Replace($"\"{name}\":0", $"\"{name}\":{json}", StringComparison.Ordinal))
            .ShouldHaveOneFault(code, name);
    }

    [Fact]
    public void A_text_that_breaks_off_is_named_to_the_member_and_the_rest_of_the_body_is_read()
    {
        const string body = """
            {"ApiVersion":"1.0","Contacts":"[{\"firstName\":tru","Windows":"[{\"start\":\"2026-12-10T09:00:00Z\",\"end\":","Zz":1}
            """;
        Read(body).ShouldBeRefused().Select(fault => fault.Target)
            .ShouldBe(["Contacts[0].firstName", "Windows[0].end", "Zz", "ProactiveEngagementConfigId"]);
    }

    [Fact]
    public void What_follows_a_JSON_text_is_named()
    {
        var contacts = $"[{Contact().ToJsonString()}]";
        Read(With(Create(), body => body["Contacts"] = contacts + " ")).ShouldBeAccepted();
        Read(With(Create(), body => body["Contacts"] = contacts + "]")).ShouldHaveOneFault(WrongForm, "Contacts");
        Read(Create().ToJsonString() + "{}").ShouldHaveOneFault(WrongForm, "$");
    }

    [Theory]
    [InlineData("uniqueIdentifier", 100)]
    [InlineData("firstName", 50)]
    [InlineData("lastName", 50)]
    [InlineData("email", 100)]
    [InlineData("postalcode", 20)]
    [InlineData("zipCode", 20)]
    [InlineData("state", 50)]
    [InlineData("country", 80)]
    [InlineData("addressline", 250)]
    [InlineData("city", 80)]
    public void A_contact_text_may_be_exactly_so_long(string name, int max)
    {
        ReadContact(contact => contact[name] = new string('x', max)).ShouldBeAccepted();
        ReadContact(contact => contact[name] = new string('x', max + 1)).ShouldHaveOneFault(TooLong, $"Contacts[0].{name}");
        ReadContact(contact => contact[name] = 7).ShouldHaveOneFault(WrongForm, $"Contacts[0].{name}");
        ReadContact(contact => contact[name] = "a\0b").ShouldHaveOneFault(WrongForm, $"Contacts[0].{name}");
    }

    [Fact]
    public void RequestId_priority_and_message_have_their_lengths()
    {
        var task = Read(With(CreateSms(), body =>
        {
            body["RequestId"] = new string('r', 400);
            body["Priority"] = "not a number, but kept";
            body["Message"] = new string('m', 1_000);
        })).ShouldBeAccepted();
        (task.TrackingId!.Length, task.Priority, task.Message!.Length).ShouldBe((400, "not a number, but kept", 1_000));

        Read(With(CreateSms(), body => body["RequestId"] = new string('r', 401))).ShouldHaveOneFault(TooLong, "RequestId");
        Read(With(CreateSms(), body => body["Priority"] = new string('1', 101))).ShouldHaveOneFault(TooLong, "Priority");
        Read(With(CreateSms(), body => body["Message"] = new string('m', 1_001))).ShouldHaveOneFault(TooLong, "Message");
    }

    [Fact]
    public void An_unknown_or_inactive_engagement_alone_is_404()
    {
        Read(With(Create(), body => body["ProactiveEngagementConfigId"] = Given.Unknown.ToString()))
            .ShouldHaveOneFault("0x80040217", "ProactiveEngagementConfigId", status: 404);
        Read(With(Create(), body => body["ProactiveEngagementConfigId"] = Given.Inactive.ToString()))
            .ShouldHaveOneFault("0x80040217", "ProactiveEngagementConfigId", status: 404);
    }

    [Fact]
    public void An_engagement_of_a_channel_that_is_not_served_is_400() =>
        Read(With(Create(), body => body["ProactiveEngagementConfigId"] = Given.WhatsApp.ToString()))
            .ShouldHaveOneFault("0x80040203", "ProactiveEngagementConfigId", status: 400);

    [Fact]
    public void An_unknown_engagement_beside_other_faults_is_one_of_them()
    {
        var faults = Read(With(Create(With(Contact(), contact => contact.Remove("lastName"))), body =>
            body["ProactiveEngagementConfigId"] = Given.Unknown.ToString())).ShouldBeRefused(400);
        faults.Select(fault => fault.Target).ShouldBe(["Contacts[0].lastName", "ProactiveEngagementConfigId"]);
    }

    [Fact]
    public void An_unusable_engagement_accepts() =>
        Read(With(Create(), body => body["ProactiveEngagementConfigId"] = Given.Unusable.ToString())).ShouldBeAccepted();

    [Fact]
    public void Engagement_ids_may_wear_braces() =>
        Read(With(Create(), body => body["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString("B"))).ShouldBeAccepted();

    [Fact]
    public void Voice_needs_any_one_number()
    {
        foreach (var number in (string[])["mobilePhoneNumber", "businessPhoneNumber", "homePhoneNumber"])
        {
            ReadContact(contact =>
            {
                contact.Remove("mobilePhoneNumber");
                contact[number] = "+15550100";
            }).ShouldBeAccepted();
        }
    }

    [Fact]
    public void SMS_takes_the_mobile_number_and_no_other()
    {
        var contact = With(Contact(), each =>
        {
            each["mobilePhoneNumber"] = null;
            each["businessPhoneNumber"] = "+15550100";
            each["homePhoneNumber"] = "+15550100";
        });
        Read(With(CreateSms(), body => body["Contacts"] = new JsonArray(contact))).ShouldBeRefused()
            .Select(fault => fault.Target)
            .ShouldBe(["Contacts[0].mobilePhoneNumber", "Contacts[0].businessPhoneNumber", "Contacts[0].homePhoneNumber"]);
    }

    [Fact]
    public void An_SMS_engagement_without_template_needs_a_message()
    {
        Read(With(CreateSms(), body => body.Remove("Message"))).ShouldHaveOneFault(Missing, "Message");
        Read(With(CreateSms(), body =>
        {
            body.Remove("Message");
            body["ProactiveEngagementConfigId"] = Given.WithTemplate.ToString();
        })).ShouldBeAccepted().Message.ShouldBeNull();
    }

    [Theory]
    [InlineData("contacts", "Contacts")]
    [InlineData("Window", "Windows")]
    [InlineData("RequestID", "RequestId")]
    [InlineData("ProactiveEngagementConfigurationId", "ProactiveEngagementConfigId")]
    public void An_unknown_parameter_is_told_what_it_may_mean(string name, string near)
    {
        var fault = Read(With(Create(), body => body[name] = "x")).ShouldHaveOneFault(WrongForm, name);
        fault.Message.ShouldContain($"was {near} meant?");
    }

    [Fact]
    public void An_unknown_parameter_like_no_other_is_only_named() =>
        Read(With(Create(), body => body["Zzzzzzzz"] = new JsonObject { ["deep"] = new JsonArray(1, 2) }))
            .ShouldHaveOneFault(WrongForm, "Zzzzzzzz").Message.ShouldNotContain("meant");

    [Fact]
    public void Unknown_members_of_contacts_and_windows_are_named()
    {
        ReadContact(contact => contact["mobile"] = "x").ShouldHaveOneFault(WrongForm, "Contacts[0].mobile");
        ReadContact(contact => contact["priority"] = "1").ShouldHaveOneFault(WrongForm, "Contacts[0].priority");
        Read(With(Create(), body => body["Windows"] = new JsonArray(With(Window(), window => window["TimeZone"] = "UTC"))))
            .ShouldHaveOneFault(WrongForm, "Windows[0].TimeZone");
    }

    [Fact]
    public void OData_control_information_is_ignored() =>
        Read(With(Create(), body => body["Contacts@odata.type"] = "#Collection(Edm.String)")).ShouldBeAccepted();

    [Fact]
    public void Members_of_contacts_and_windows_match_in_any_case_and_documented_alias()
    {
        var contact = new JsonObject
        {
            ["UNIQUEIDENTIFIER"] = "c",
            ["FirstName"] = "Ada",
            ["LASTNAME"] = "Byron",
            ["MobilePhoneNumber"] = "+15550100",
            ["ZipCode"] = "98101",
            ["timeZone"] = "Europe/London",
            ["Windows"] = new JsonArray(new JsonObject { ["StartTime"] = "2026-12-10T09:00:00Z", ["ENDTIME"] = "2026-12-10T10:00:00Z" }),
        };
        var read = Read(Create(contact)).ShouldBeAccepted().Contacts[0];
        (read.PostalCode, read.TimeZone, read.Windows.Count).ShouldBe(("98101", "Europe/London", 1));
    }

    [Fact]
    public void A_member_given_twice_is_named_whatever_its_spelling()
    {
        Read(With(Create(With(Contact(), c =>
        {
            c["postalcode"] = "1";
            c["zipCode"] = "1";
        })), _ => { })).ShouldHaveOneFault(WrongForm, "Contacts[0].zipCode");
        Read("""{"ApiVersion":"1.0",""" + Create().ToJsonString()[1..]).ShouldHaveOneFault(WrongForm, "ApiVersion");
    }

    [Fact]
    public void Unreadable_time_zones_and_numbers_are_named_without_repeating_them()
    {
        var faults = ReadContact(contact =>
        {
            contact["timezone"] = "Atlantis/Capital";
            contact["homePhoneNumber"] = "+0123456789";
        }).ShouldBeRefused();
        faults.Select(fault => (fault.Code, fault.Target)).ShouldBe(
            [(WrongForm, "Contacts[0].timezone"), (WrongForm, "Contacts[0].homePhoneNumber")], ignoreOrder: true);
        faults.ShouldAllBe(fault => !fault.Message.Contains("Atlantis", StringComparison.Ordinal) && !fault.Message.Contains("0123456789", StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_found_at_once_in_the_order_of_the_request()
    {
        const string body = """
            {"ApiVersion":"2.0","RequestID":"x","Contacts":[{"firstName":7,"mobilePhoneNumber":"12","windows":[{"start":"later"}]},"x"],"Windows":"[{}]"}
            """;
        Read(body).ShouldBeRefused().Select(fault => fault.Target).ShouldBe(
        [
            "ApiVersion",
            "RequestID",
            "Contacts[0].firstName",
            "Contacts[0].mobilePhoneNumber",
            "Contacts[0].windows[0].start",
            "Contacts[0].uniqueIdentifier",
            "Contacts[0].lastName",
            "Contacts[1]",
            "Windows[0].start",
            "Windows[0].end",
            "ProactiveEngagementConfigId",
        ]);
    }

    [Fact]
    public void No_more_than_a_hundred_faults_are_listed()
    {
        var attributes = new JsonObject();
        for (var i = 0; i < 300; i++)
            attributes[$"a{i}"] = new JsonArray();
        ReadContact(contact => contact["inputAttributes"] = attributes).ShouldBeRefused().Count.ShouldBe(100);
    }
}
