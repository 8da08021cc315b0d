using Herald.Core.Commands;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Tests.Commands;

public class CreateProactiveDeliveryTests
{
    private static Reading<DeliveryTask> Read(string body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body), Given.Find, Given.Now);

    [Fact]
    public void The_published_voice_sample_becomes_a_task()
    {
        var task = Read(Samples.Voice).ShouldBeAccepted();

        task.EngagementId.ShouldBe(Samples.VoiceEngagement);
        task.Channel.ShouldBe(Channel.Voice);
        task.Intake.ShouldBe(IntakeKind.Api);
        task.AcceptedAt.ShouldBe(Given.Now);
        task.TrackingId.ShouldBe("e1f2a3b4-c5d6-7890-abcd-ef1234567890");
        task.Priority.ShouldBe("1");
        task.Message.ShouldBeNull();
        task.Windows.ShouldBe([new Window(Given.Now, Given.Now + Duration.FromHours(24))]);
        var contact = task.Contacts.ShouldHaveSingleItem();
        contact.InputAttributes.ShouldBe(new Dictionary<string, string> { ["AppointmentTime"] = "10:00 AM", ["CustomerNumber"] = "1234567" }, ignoreOrder: true);
        contact.Windows.ShouldBe([new Window(Instant.FromUtc(2025, 12, 10, 9, 0), Instant.FromUtc(2025, 12, 10, 17, 0))]);
        (contact with { InputAttributes = Contact.NoAttributes, Windows = [] }).ShouldBe(new Contact
        {
            UniqueIdentifier = "f47ac10b-58cc-4372-a567-0e02b2c3d479",
            FirstName = "John",
            LastName = "Doe",
            MobilePhone = "+15550100",
            BusinessPhone = "+15550101",
            HomePhone = "+15550102",
            Email = "text@a.com",
            PostalCode = "25642",
            State = "WA",
            Country = "USA",
            AddressLine = "1234 227th PL SE",
            City = "Seattle",
            TimeZone = "America/Sao_Paulo",
            Windows = [],
        });
    }

    [Fact]
    public void The_published_SMS_sample_becomes_a_task()
    {
        var task = Read(Samples.Sms).ShouldBeAccepted();

        task.Channel.ShouldBe(Channel.Sms);
        task.Message.ShouldBe("Your appointment is confirmed for tomorrow at 10:00 AM. Reply STOP to opt out.");
        task.Contacts.ShouldHaveSingleItem().TimeZone.ShouldBe("America/Los_Angeles");
    }

    [Fact]
    public void The_task_id_is_a_version_7_of_the_moment_of_acceptance()
    {
        var id = Read(Samples.Voice).ShouldBeAccepted().Id;

        id.Version.ShouldBe(7);
        Convert.ToInt64(id.ToString("N")[..12], 16).ShouldBe(Given.Now.ToUnixTimeMilliseconds());
    }
}
