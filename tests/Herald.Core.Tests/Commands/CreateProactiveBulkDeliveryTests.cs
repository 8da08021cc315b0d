using System.Text;
using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Commands.Bulk;
using Herald.Core.Deliveries;
using NodaTime;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class CreateProactiveBulkDeliveryTests
{
    private static Reading<BulkRequest> Read(string body, BulkVersion version = BulkVersion.V2) =>
        CreateProactiveBulkDelivery.Read(Stream(body), version, Given.Find, Given.Now);

    private static Reading<BulkRequest> Read(JsonNode body, BulkVersion version = BulkVersion.V2) => Read(body.ToJsonString(), version);

    private static MemoryStream Stream(string body) => new(Encoding.UTF8.GetBytes(body));

    private static JsonObject Two() => Bulk(
        Contact("a"),
        With(Contact("b"), record =>
        {
            record["zipCode"] = "98101";
            record["timeZone"] = "Pacific Standard Time";
            record["priority"] = "7";
            record["lastName"] = "Ünïcödé \"\\/\b\f\n\r\t😀";
            record["inputAttributes"] = new JsonObject { ["a"] = "1" };
            record["windows"] = new JsonArray(Window());
        }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_record_becomes_a_task_in_order(bool asText)
    {
        var json = (asText ? AsText(With(Two(), b => b["RequestId"] = "r"), "ProactiveDeliveries") : With(Two(), b => b["RequestId"] = "r")).ToJsonString();
        var bulk = Read(json).ShouldBeAccepted();
        (bulk.Count, bulk.RequestId, bulk.Engagement.Id).ShouldBe((2, "r", Samples.VoiceEngagement));

        var tasks = bulk.Tasks(Stream(json)).ToList();
        tasks.Select(task => task.Contacts.ShouldHaveSingleItem().UniqueIdentifier).ShouldBe(["a", "b"]);
        tasks.ShouldAllBe(task => task.BatchId == bulk.BatchId && task.Intake == IntakeKind.Bulk && task.TrackingId == "r" && task.AcceptedAt == Given.Now);
        tasks.Select(task => task.Priority).ShouldBe([null, "7"]);
        tasks[0].Windows.ShouldBe([new Window(Given.Now, Given.Now + Duration.FromHours(24))]);
        tasks[1].Windows.ShouldBe([new Window(Instant.FromUtc(2026, 12, 10, 9, 0), Instant.FromUtc(2026, 12, 10, 17, 0))]);
        var contact = tasks[1].Contacts[0];
        (contact.LastName, contact.PostalCode, contact.TimeZone).ShouldBe(("Ünïcödé \"\\/\b\f\n\r\t😀", "98101", "America/Los_Angeles"));
        tasks.Select(task => task.Id).ShouldBeUnique();
    }

    [Fact]
    public void The_records_may_stand_before_the_engagement()
    {
        var json = $$"""{ "ProactiveDeliveries" : [ {{Contact().ToJsonString()}} ] , "ProactiveEngagementConfigId":"{{Samples.VoiceEngagement}}","ApiVersion":"1.0"}""";
        Read(json).ShouldBeAccepted().Tasks(Stream(json)).Count().ShouldBe(1);
    }

    [Fact]
    public void Only_the_first_version_takes_ProactiveEngagements()
    {
        var body = With(Bulk(), each => each["ProactiveEngagements"] = "");
        Read(body, BulkVersion.V1).ShouldBeAccepted();
        Read(body, BulkVersion.V2).ShouldHaveOneFault("0x80048d19", "ProactiveEngagements");
        Read(Bulk(), BulkVersion.V1).ShouldBeAccepted();
    }

    [Theory]
    [InlineData("uniqueIdentifier")]
    [InlineData("firstName")]
    [InlineData("lastName")]
    [InlineData("mobilePhoneNumber")]
    public void A_missing_member_is_named_with_its_index(string name) =>
        Read(Bulk(Contact(), With(Contact(), record => record.Remove(name)))).ShouldHaveOneFault("0x80040203", $"ProactiveDeliveries[1].{name}");

    [Fact]
    public void One_bad_record_refuses_all_and_every_fault_is_listed()
    {
        var faults = Read(Bulk(With(Contact(), r => r["mobilePhoneNumber"] = "12"), Contact(), 5, With(Contact(), r => r["zip"] = "1"))).ShouldBeRefused();
        faults.Select(fault => fault.Target).ShouldBe(["ProactiveDeliveries[0].mobilePhoneNumber", "ProactiveDeliveries[2]", "ProactiveDeliveries[3].zip"]);
    }

    [Theory]
    [InlineData("null", "0x80040203")]
    [InlineData("\"\"", "0x80040203")]
    [InlineData("\"null\"", "0x80040203")]
    [InlineData("[]", "0x80040203")]
    [InlineData("\" [ ] \"", "0x80040203")]
    [InlineData("true", "0x80048d19")]
    [InlineData("{}", "0x80048d19")]
    [InlineData("17", "0x80048d19")]
    [InlineData("\"{}\"", "0x80048d19")]
    [InlineData("\"[\"", "0x80048d19")]
    [InlineData("\"[]x\"", "0x80048d19")]
    [InlineData("\"[] []\"", "0x80048d19")]
    [InlineData("\"x\"", "0x80048d19")]
    [InlineData("\" \"", "0x80048d19")]
    [InlineData("\"\\x\"", "0x80048d19")]
    [InlineData("\"\\u12\"", "0x80048d19")]
    public void Records_that_are_none_are_one_fault(string records, string code) =>
        Read($$"""{"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{Samples.VoiceEngagement}}","ProactiveDeliveries":{{records}}}""")
            .ShouldHaveOneFault(code, "ProactiveDeliveries");

    [Fact]
    public void Records_given_twice_are_a_fault() =>
        Read($$"""{"ApiVersion":"1.0","ProactiveDeliveries":[{{Contact().ToJsonString()}}],"ProactiveEngagementConfigId":"{{Samples.VoiceEngagement}}","ProactiveDeliveries":[]}""")
            .ShouldHaveOneFault("0x80048d19", "ProactiveDeliveries");

    [Fact]
    public void Records_of_another_object_are_not_the_request_s() =>
        Read(With(Bulk(), body =>
        {
            body["Nested"] = new JsonObject { ["ProactiveDeliveries"] = body["ProactiveDeliveries"]!.DeepClone() };
            body.Remove("ProactiveDeliveries");
        })).ShouldBeRefused().Select(fault => fault.Target).ShouldBe(["Nested", "ProactiveDeliveries"]);

    [Fact]
    public void No_records_at_all_are_missing() =>
        Read(With(Bulk(), body => body.Remove("ProactiveDeliveries"))).ShouldHaveOneFault("0x80040203", "ProactiveDeliveries");

    [Theory]
    [InlineData("[{\"firstName\":\"\\ud800\"}]", "ProactiveDeliveries[0].firstName")]
    [InlineData("\"[{\\\"firstName\\\":\\\"\\ud800\\\"}]\"", "ProactiveDeliveries")]
    [InlineData("\"[{\\\"firstName\\\":\\\"\\ud83d\\u0041\\\"}]\"", "ProactiveDeliveries[0]")]
    public void Half_a_surrogate_pair_is_a_fault(string records, string target) =>
        Read($$"""{"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{Samples.VoiceEngagement}}","ProactiveDeliveries":{{records}}}""")
            .ShouldBeRefused()[0].Target.ShouldBe(target);

    [Fact]
    public void A_surrogate_pair_in_escapes_is_one_character()
    {
        var json = AsText(Bulk(With(Contact(), r => r["lastName"] = "😀")), "ProactiveDeliveries").ToJsonString()
            .Replace("😀", "\\ud83d\\ude00", StringComparison.Ordinal);
        Read(json).ShouldBeAccepted().Tasks(Stream(json)).Single().Contacts[0].LastName.ShouldBe("😀");
    }

    [Fact]
    public void An_SMS_engagement_needs_a_template_here()
    {
        Read(With(Bulk(), body => body["ProactiveEngagementConfigId"] = Samples.SmsEngagement.ToString())).ShouldHaveOneFault("0x80040203", "ProactiveEngagementConfigId");
        Read(With(Bulk(With(Contact(), r => r["homePhoneNumber"] = "+15550100")), body => body["ProactiveEngagementConfigId"] = Given.WithTemplate.ToString()))
            .ShouldHaveOneFault("0x80040203", "ProactiveDeliveries[0].homePhoneNumber");
    }

    [Fact]
    public void An_unknown_engagement_alone_is_404_and_records_are_checked_all_the_same()
    {
        var body = With(Bulk(), each => each["ProactiveEngagementConfigId"] = Given.Unknown.ToString());
        Read(body).ShouldHaveOneFault("0x80040217", "ProactiveEngagementConfigId", 404);
        Read(With(body, each => each["ProactiveDeliveries"]![0]!["firstName"] = null)).ShouldBeRefused().Count.ShouldBe(2);
    }

    [Fact]
    public void A_hundred_thousand_records_pass_one_more_does_not()
    {
        var record = Contact().ToJsonString();
        string Body(int count) => $$"""{"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{Samples.VoiceEngagement}}","ProactiveDeliveries":[{{string.Join(',', Enumerable.Repeat(record, count))}}]}""";
        Read(Body(100_000)).ShouldBeAccepted().Count.ShouldBe(100_000);
        Read(Body(100_001)).ShouldHaveOneFault("0x80040203", "ProactiveDeliveries");
    }

    [Fact]
    public void At_most_a_hundred_faults_are_listed() =>
        Read(Bulk([.. Enumerable.Range(0, 300).Select(_ => (JsonNode)new JsonObject())])).ShouldBeRefused().Count.ShouldBe(100);

    [Fact]
    public void A_record_larger_than_a_megabyte_is_refused()
    {
        JsonObject Wide(int attributes) => With(Contact(), record =>
            record["inputAttributes"] = new JsonObject(Enumerable.Range(0, attributes).Select(i => KeyValuePair.Create($"a{i}", (JsonNode?)new string('v', 4_000)))));
        Read(Bulk(Wide(200), Contact())).ShouldBeAccepted().Count.ShouldBe(2);
        Read(Bulk(Contact(), Wide(600))).ShouldHaveOneFault("0x80040203", "ProactiveDeliveries").Message.ShouldContain("number 1");
    }

    [Fact]
    public void Everything_beside_the_records_is_small() =>
        Read(With(Bulk(), body => body["RequestId"] = new string('r', 70_000))).ShouldHaveOneFault("0x80040203", "$");

    [Fact]
    public void A_body_that_changed_is_not_read_as_if_it_were_the_same()
    {
        var bulk = Read(Bulk()).ShouldBeAccepted();
        Should.Throw<InvalidOperationException>(() => bulk.Tasks(Stream(Bulk(With(Contact(), r => r["lastName"] = "")).ToJsonString())).ToList());
    }

    [Fact]
    public void Records_are_read_right_wherever_the_buffer_ends()
    {
        // Records of growing length put a buffer's end at every part of a record, in both forms.
        var records = Enumerable.Range(0, 1_500).Select(i => (JsonNode)With(Contact($"id-{i}"), r => r["city"] = new string('é', i % 40))).ToArray();
        foreach (var body in (JsonObject[])[Bulk([.. records.Select(r => r.DeepClone())]), AsText(Bulk([.. records.Select(r => r.DeepClone())]), "ProactiveDeliveries")])
        {
            var json = body.ToJsonString();
            Read(json).ShouldBeAccepted().Tasks(Stream(json)).Select(task => task.Contacts[0].UniqueIdentifier)
                .ShouldBe(Enumerable.Range(0, 1_500).Select(i => $"id-{i}"));
        }
    }
}
