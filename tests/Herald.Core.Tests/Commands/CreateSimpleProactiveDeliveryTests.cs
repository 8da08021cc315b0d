using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using NodaTime;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class CreateSimpleProactiveDeliveryTests
{
    private static Reading<DeliveryTask> Read(JsonObject body) =>
        CreateSimpleProactiveDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    [Fact]
    public void Every_documented_parameter_reaches_the_task()
    {
        var task = Read(With(Simple(), body =>
        {
            body["BusinessPhoneNumber"] = "+15550101";
            body["HomePhoneNumber"] = "+15550102";
            body["Email"] = "ada@example.com";
            body["Country"] = "UK";
            body["City"] = "London";
            body["AddressLine"] = "1 Street";
            body["PostalCode"] = "E1";
            body["State"] = "LDN";
            body["TimeZone"] = "Central European Standard Time";
            body["Priority"] = "3";
            body["InputAttributes"] = "{\"a\":\"1\"}";
            body["Windows"] = $"[{Window().ToJsonString()}]";
            body["RequestId"] = "r";
        })).ShouldBeAccepted();

        (task.Intake, task.Priority, task.TrackingId).ShouldBe((IntakeKind.Api, "3", "r"));
        task.Windows.ShouldBe([new Window(Instant.FromUtc(2026, 12, 10, 9, 0), Instant.FromUtc(2026, 12, 10, 17, 0))]);
        var contact = task.Contacts.ShouldHaveSingleItem();
        contact.InputAttributes.ShouldBe(new Dictionary<string, string> { ["a"] = "1" });
        contact.Windows.ShouldBeEmpty();
        (contact with { InputAttributes = Core.Deliveries.Contact.NoAttributes, Windows = [] }).ShouldBe(new Core.Deliveries.Contact
        {
            UniqueIdentifier = "c-1",
            FirstName = "Ada",
            LastName = "Byron",
            MobilePhone = "+15550100",
            BusinessPhone = "+15550101",
            HomePhone = "+15550102",
            Email = "ada@example.com",
            Country = "UK",
            City = "London",
            AddressLine = "1 Street",
            PostalCode = "E1",
            State = "LDN",
            TimeZone = "Europe/Warsaw",
            Windows = [],
        });
    }

    [Theory]
    [InlineData("ApiVersion")]
    [InlineData("ProactiveEngagementConfigId")]
    [InlineData("UniqueIdentifier")]
    [InlineData("FirstName")]
    [InlineData("LastName")]
    [InlineData("MobilePhoneNumber")]
    public void A_missing_parameter_is_named(string name) => Read(With(Simple(), body => body.Remove(name))).ShouldHaveOneFault("0x80040203", name);

    [Fact]
    public void The_mobile_number_is_required_for_voice_too() =>
        Read(With(Simple(), body =>
        {
            body.Remove("MobilePhoneNumber");
            body["HomePhoneNumber"] = "+15550100";
        })).ShouldHaveOneFault("0x80040203", "MobilePhoneNumber");

    [Theory]
    [InlineData("firstName", "FirstName")]
    [InlineData("Contacts", null)]
    [InlineData("ZipCode", null)]
    public void Parameters_are_case_sensitive_and_flat(string name, string? near)
    {
        var fault = Read(With(Simple(), body => body[name] = "x")).ShouldHaveOneFault("0x80048d19", name);
        fault.Message.Contains("was ", StringComparison.Ordinal).ShouldBe(near is not null, fault.Message);
        if (near is not null)
            fault.Message.ShouldContain(near);
    }

    [Fact]
    public void SMS_needs_a_template_or_a_message_and_allows_no_other_number()
    {
        JsonObject Sms(Guid engagement) => With(Simple(), body => body["ProactiveEngagementConfigId"] = engagement.ToString());
        Read(Sms(Samples.SmsEngagement)).ShouldHaveOneFault("0x80040203", "Message");
        Read(With(Sms(Samples.SmsEngagement), body => body["Message"] = "Hello")).ShouldBeAccepted().Message.ShouldBe("Hello");
        Read(With(Sms(Given.WithTemplate), body => body["HomePhoneNumber"] = "+15550100")).ShouldHaveOneFault("0x80040203", "HomePhoneNumber");
    }

    [Fact]
    public void An_unknown_engagement_alone_is_404() =>
        Read(With(Simple(), body => body["ProactiveEngagementConfigId"] = Given.Unknown.ToString()))
            .ShouldHaveOneFault("0x80040217", "ProactiveEngagementConfigId", 404);
}
