using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Commands.Operations;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class OperationTests
{
    private static readonly Guid Delivery = Guid.Parse("f47ac10b-58cc-4372-a567-0e02b2c3d479");

    private static Reading<Operation> Read(JsonObject body) => CreateOperation.Read(Samples.Utf8(body.ToJsonString()), Given.Find);

    [Theory]
    [InlineData("Suspend")]
    [InlineData("SUSPEND")]
    [InlineData("suspend")]
    public void Words_match_in_any_case(string word) =>
        Read(Operation(word)).ShouldBeAccepted().ShouldBe(new Operation.Suspend(Samples.VoiceEngagement));

    [Fact]
    public void Resume_and_cancel_name_the_engagement()
    {
        Read(Operation("Resume")).ShouldBeAccepted().ShouldBe(new Operation.Resume(Samples.VoiceEngagement));
        Read(Operation("Cancel")).ShouldBeAccepted().ShouldBe(new Operation.CancelEngagement(Samples.VoiceEngagement));
    }

    [Fact]
    public void Cancel_with_a_delivery_is_about_that_delivery()
    {
        Read(With(Operation("cancel"), body => body["DeliveryId"] = Delivery.ToString()))
            .ShouldBeAccepted().ShouldBe(new Operation.CancelDelivery(Delivery, Samples.VoiceEngagement));
        Read(With(Operation("cancel"), body =>
        {
            body["DeliveryId"] = Delivery.ToString();
            body.Remove("ProactiveEngagementConfigId");
        })).ShouldBeAccepted().ShouldBe(new Operation.CancelDelivery(Delivery, null));
    }

    [Fact]
    public void Suspend_and_resume_take_no_delivery_and_need_an_engagement()
    {
        Read(With(Operation("Suspend"), body => body["DeliveryId"] = Delivery.ToString())).ShouldHaveOneFault("0x80040203", "DeliveryId");
        Read(With(Operation("Resume"), body => body.Remove("ProactiveEngagementConfigId"))).ShouldHaveOneFault("0x80040203", "ProactiveEngagementConfigId");
    }

    [Fact]
    public void Cancel_needs_one_of_the_ids() =>
        Read(With(Operation("Cancel"), body => body.Remove("ProactiveEngagementConfigId"))).ShouldHaveOneFault("0x80040203", "DeliveryId");

    [Theory]
    [InlineData("Pause")]
    [InlineData("Suspend ")]
    public void Other_words_are_refused(string word) => Read(Operation(word)).ShouldHaveOneFault("0x80040203", "Operation");

    [Fact]
    public void Version_and_operation_are_required_and_texts()
    {
        Read(new JsonObject()).ShouldBeRefused().Select(fault => fault.Target).ShouldBe(["ApiVersion", "Operation"]);
        Read(With(Operation("Cancel"), body => body["Operation"] = 1)).ShouldHaveOneFault("0x80048d19", "Operation");
        Read(With(Operation("Cancel"), body => body["DeliveryId"] = "x")).ShouldHaveOneFault("0x80048d19", "DeliveryId");
    }

    [Fact]
    public void An_inactive_engagement_can_be_operated_an_unknown_one_is_404()
    {
        Read(With(Operation("Suspend"), body => body["ProactiveEngagementConfigId"] = Given.Inactive.ToString())).ShouldBeAccepted();
        Read(With(Operation("Suspend"), body => body["ProactiveEngagementConfigId"] = Given.Unknown.ToString()))
            .ShouldHaveOneFault("0x80040217", "ProactiveEngagementConfigId", 404);
    }

    [Fact]
    public void Cancelling_a_task_needs_version_and_id()
    {
        static Reading<Guid> ReadTask(JsonObject body) => CancelDeliveryTask.Read(Samples.Utf8(body.ToJsonString()));
        ReadTask(new JsonObject { ["ApiVersion"] = "1.0", ["DeliveryTaskId"] = Delivery.ToString() }).ShouldBeAccepted().ShouldBe(Delivery);
        ReadTask(new JsonObject()).ShouldBeRefused().Select(fault => fault.Target).ShouldBe(["ApiVersion", "DeliveryTaskId"]);
        ReadTask(new JsonObject { ["ApiVersion"] = "1.0", ["DeliveryTaskId"] = "x" }).ShouldHaveOneFault("0x80048d19", "DeliveryTaskId");
        ReadTask(new JsonObject { ["ApiVersion"] = "1.0", ["DeliveryId"] = Delivery.ToString(), ["DeliveryTaskId"] = Delivery.ToString() })
            .ShouldHaveOneFault("0x80048d19", "DeliveryId");
    }
}
