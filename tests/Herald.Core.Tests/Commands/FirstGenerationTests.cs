using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using NodaTime;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class FirstGenerationTests
{
    private static readonly Guid Row = Guid.Parse("f47ac10b-58cc-4372-a567-0e02b2c3d479");

    private static Reading<VoiceDelivery> ReadVoice(JsonObject body) =>
        CreateProactiveVoiceDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    private static Reading<DeliveryTask> ReadSms(JsonObject body) =>
        CreateProactiveSmsDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    [Fact]
    public void A_call_needs_no_version_and_counts_its_destination_as_mobile()
    {
        var voice = ReadVoice(With(Voice(), body =>
        {
            body["InputAttributes"] = new JsonObject { ["a"] = "1" };
            body["RequestId"] = "r";
            body["ContactId"] = "external";
        })).ShouldBeAccepted();

        voice.NumberFrom.ShouldBeNull();
        (voice.Task.Intake, voice.Task.TrackingId, voice.Task.Priority).ShouldBe((IntakeKind.FirstGeneration, "r", null));
        voice.Task.Windows.ShouldBe([new Window(Given.Now, Given.Now + Duration.FromHours(24))]);
        var contact = voice.Task.Contacts.ShouldHaveSingleItem();
        (contact.UniqueIdentifier, contact.MobilePhone).ShouldBe(("external", "+15550100"));
        contact.InputAttributes["a"].ShouldBe("1");
    }

    [Fact]
    public void A_version_that_is_given_must_be_the_right_one() =>
        ReadVoice(With(Voice(), body => body["ApiVersion"] = "2.0")).ShouldHaveOneFault("0x80040203", "ApiVersion");

    [Fact]
    public void A_call_needs_a_voice_engagement_and_a_message_an_SMS_one()
    {
        ReadVoice(With(Voice(), body => body["ProactiveEngagementConfigId"] = Samples.SmsEngagement.ToString()))
            .ShouldHaveOneFault("0x80040203", "ProactiveEngagementConfigId");
        ReadSms(With(Sms(), body => body["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString()))
            .ShouldHaveOneFault("0x80040203", "ProactiveEngagementConfigId");
    }

    [Fact]
    public void Without_a_number_the_contact_row_must_give_one()
    {
        var voice = ReadVoice(With(Voice(), body =>
        {
            body.Remove("DestinationPhoneNumber");
            body["ContactId"] = Row.ToString();
        })).ShouldBeAccepted();

        voice.NumberFrom.ShouldBe(Row);
        voice.With(new("+1 (555) 0100", "+15550101", null)).ShouldBeAccepted().Contacts[0].MobilePhone.ShouldBe("+15550100");
        voice.With(new("ask me", "+15550101", "+15550102")).ShouldBeAccepted().Contacts[0].BusinessPhone.ShouldBe("+15550101");
        voice.With(new(null, "", "+15550102")).ShouldBeAccepted().Contacts[0].HomePhone.ShouldBe("+15550102");
        voice.With(new(null, null, "5550102")).ShouldHaveOneFault("0x80040203", "ContactId");
        voice.With(null).ShouldHaveOneFault("0x80040217", "ContactId", 404);
    }

    [Fact]
    public void Neither_number_nor_a_row_s_id_is_a_fault()
    {
        ReadVoice(With(Voice(), body => body.Remove("DestinationPhoneNumber"))).ShouldHaveOneFault("0x80040203", "DestinationPhoneNumber");
        ReadVoice(With(Voice(), body =>
        {
            body.Remove("DestinationPhoneNumber");
            body["ContactId"] = "external";
        })).ShouldHaveOneFault("0x80048d19", "ContactId");
        ReadVoice(With(Voice(), body => body["DestinationPhoneNumber"] = "12")).ShouldHaveOneFault("0x80048d19", "DestinationPhoneNumber");
    }

    [Theory]
    [InlineData("Priority")]
    [InlineData("Contacts")]
    [InlineData("Message")]
    public void Later_parameters_are_unknown_to_a_call(string name) =>
        ReadVoice(With(Voice(), body => body[name] = "x")).ShouldHaveOneFault("0x80048d19", name);

    [Fact]
    public void A_message_becomes_a_task()
    {
        var task = ReadSms(Sms()).ShouldBeAccepted();
        (task.Intake, task.Channel, task.Message).ShouldBe((IntakeKind.FirstGeneration, Channel.Sms, "Hello"));
        task.Contacts.ShouldHaveSingleItem().MobilePhone.ShouldBe("+15550100");
    }

    [Theory]
    [InlineData("ApiVersion")]
    [InlineData("ProactiveEngagementConfigId")]
    [InlineData("DestinationPhoneNumber")]
    [InlineData("Message")]
    public void A_missing_parameter_of_a_message_is_named(string name) => ReadSms(With(Sms(), body => body.Remove(name))).ShouldHaveOneFault("0x80040203", name);
}
