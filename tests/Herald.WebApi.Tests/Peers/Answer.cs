using System.Text.Json.Nodes;

namespace Herald.WebApi.Tests.Peers;

internal sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public IReadOnlyList<JsonObject> Rows => [.. Json["value"]!.AsArray().Select(r => r!.AsObject())];

    public string Code => (string)Json["error"]!["code"]!;

    public string Message => (string)Json["error"]!["message"]!;

    public string? Next => (string?)Json["@odata.nextLink"];

    public Answer Ok()
    {
        (Status, Status is >= 200 and < 300 ? "" : Text).ShouldBe((Status, ""));
        return this;
    }

    public Answer Refused(int status, string code)
    {
        (Status, Text).ShouldSatisfyAllConditions(() => Status.ShouldBe(status, Text), () => Code.ShouldBe(code, Text));
        return this;
    }
}
