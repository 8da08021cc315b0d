using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class InputAttributesTests
{
    private static Reading<DeliveryTask> Read(string attributes)
    {
        var body = Create(With(Contact(), contact => contact["inputAttributes"] = 0)).ToJsonString();
        return CreateProactiveDelivery.Read(
            Samples.Utf8(body.Replace("\"inputAttributes\":0", $"\"inputAttributes\":{attributes}", StringComparison.Ordinal)), Given.Find, Given.Now);
    }

    private static IReadOnlyDictionary<string, string> Accepted(string attributes) => Read(attributes).ShouldBeAccepted().Contacts[0].InputAttributes;

    [Theory]
    [InlineData("""{"a":"text","A":"other","b":12.50,"c":true,"d":1e400}""")]
    [InlineData("""
        "{\"a\":\"text\",\"A\":\"other\",\"b\":12.50,\"c\":true,\"d\":1e400}"
        """)]
    public void Values_are_text_numbers_and_booleans_are_their_JSON(string json) =>
        Accepted(json).ShouldBe(
            new Dictionary<string, string> { ["a"] = "text", ["A"] = "other", ["b"] = "12.50", ["c"] = "true", ["d"] = "1e400" }, ignoreOrder: true);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("""{"a":null,"b":""}""")]
    public void Null_and_empty_are_absent(string json) => Accepted(json).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"a":{}}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("""{"a":[1]}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("""{"a":"1","a":"2"}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("""{"a":"","a":"2"}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("""{"":"1"}""", "0x80048d19", "Contacts[0].inputAttributes")]
    [InlineData("""{"\ud800":"1"}""", "0x80048d19", "Contacts[0].inputAttributes")]
    [InlineData("""{"a":"\udc00"}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("""{"a":"\u0000"}""", "0x80048d19", "Contacts[0].inputAttributes.a")]
    [InlineData("[]", "0x80048d19", "Contacts[0].inputAttributes")]
    [InlineData("7", "0x80048d19", "Contacts[0].inputAttributes")]
    [InlineData("\"{\"", "0x80048d19", "Contacts[0].inputAttributes")]
    public void Anything_else_is_a_fault_that_names_it(string json, string code, string target) => Read(json).ShouldHaveOneFault(code, target);

    [Fact]
    public void Names_and_values_may_be_exactly_so_long()
    {
        Accepted(new JsonObject { [new string('n', 100)] = new string('v', 4_000) }.ToJsonString()).Count.ShouldBe(1);
        Read(new JsonObject { [new string('n', 101)] = "v" }.ToJsonString()).ShouldHaveOneFault("0x80044331", "Contacts[0].inputAttributes");
        Read(new JsonObject { ["n"] = new string('v', 4_001) }.ToJsonString()).ShouldHaveOneFault("0x80044331", "Contacts[0].inputAttributes.n");
        Read($$"""{"n":{{new string('1', 4_001)}}}""").ShouldHaveOneFault("0x80044331", "Contacts[0].inputAttributes.n");
    }
}
