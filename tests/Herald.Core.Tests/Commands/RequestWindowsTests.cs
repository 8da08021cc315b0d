using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using NodaTime;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class RequestWindowsTests
{
    private static Reading<DeliveryTask> Read(JsonNode body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    [Fact]
    public void A_passed_window_is_accepted() =>
        Read(With(Create(), body => body["Windows"] = new JsonArray(new JsonObject { ["start"] = "2020-01-01T00:00:00Z", ["end"] = "2020-01-01T01:00:00Z" })))
            .ShouldBeAccepted().Windows.ShouldBe([new Window(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2020, 1, 1, 1, 0))]);

    [Fact]
    public void Windows_are_sorted_and_at_most_a_hundred()
    {
        JsonNode At(int hour) => new JsonObject { ["start"] = $"2026-12-{(hour / 24) + 1:00}T{hour % 24:00}:00:00Z", ["end"] = $"2026-12-{(hour / 24) + 1:00}T{hour % 24:00}:30:00Z" };
        var task = Read(With(Create(), body => body["Windows"] = new JsonArray([.. Enumerable.Range(0, 100).Reverse().Select(At)]))).ShouldBeAccepted();
        task.Windows.Count.ShouldBe(100);
        task.Windows.Select(window => window.Start).ShouldBeInOrder();
        Read(With(Create(), body => body["Windows"] = new JsonArray([.. Enumerable.Range(0, 101).Select(At)]))).ShouldHaveOneFault("0x80040203", "Windows");
    }
}
