using System.Text;
using System.Text.Json;
using CsCheck;
using Herald.Core.Commands;
using Herald.Core.Commands.Bulk;
using Herald.Core.Deliveries;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

/// <summary>Whatever comes, a reading comes back: never an exception, and no refusal without a reason.</summary>
public class HostileBodyTests
{
    private static readonly Action<byte[]>[] Readers =
    [
        body => Settle(CreateProactiveDelivery.Read(body, Given.Find, Given.Now)),
        body => Settle(CreateSimpleProactiveDelivery.Read(body, Given.Find, Given.Now)),
        body => Settle(CreateProactiveVoiceDelivery.Read(body, Given.Find, Given.Now)),
        body => Settle(CreateProactiveSmsDelivery.Read(body, Given.Find, Given.Now)),
        body => Settle(CreateOperation.Read(body, Given.Find)),
        body => Settle(CancelDeliveryTask.Read(body)),
        body =>
        {
            using var stream = new MemoryStream(body);
            if (Settle(CreateProactiveBulkDelivery.Read(stream, BulkVersion.V1, Given.Find, Given.Now)) is { } bulk)
                bulk.Tasks(stream).Count().ShouldBe(bulk.Count);
        },
    ];

    private static T? Settle<T>(Reading<T> reading)
    {
        if (reading is Reading<T>.Accepted accepted)
            return accepted.Value;
        var refused = (Reading<T>.Refused)reading;
        refused.Faults.Count.ShouldBeInRange(1, 100);
        refused.Status.ShouldBeOneOf(400, 404);
        refused.Faults.Max(fault => fault.Message.Length).ShouldBeLessThan(2_000);
        return default;
    }

    private static void ReadAll(byte[] body)
    {
        foreach (var read in Readers)
            read(body);
    }

    private static readonly string[] Seeds =
    [
        Samples.Voice,
        Samples.Sms,
        Create(Contact("a"), Contact("b")).ToJsonString(),
        Simple().ToJsonString(),
        Bulk().ToJsonString(),
        AsText(Bulk(), "ProactiveDeliveries").ToJsonString(),
        Voice().ToJsonString(),
        Sms().ToJsonString(),
        Operation("Cancel").ToJsonString(),
        With(Create(), body => body["Windows"] = $"[{Window().ToJsonString()}]").ToJsonString(),
    ];

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 60].Sample(ReadAll, iter: Often.Times(2_000));

    [Fact]
    public void Samples_with_bytes_changed_cut_or_doubled() =>
        Gen.Select(Gen.OneOf(Seeds), Gen.Int[0, 3], Gen.Int[0, 2_000], Gen.Byte).Sample(
            (seed, how, at, value) =>
            {
                var body = Encoding.UTF8.GetBytes(seed);
                at %= body.Length;
                ReadAll(how switch
                {
                    0 => body[..at],
                    1 => [.. body[..at], value, .. body[(at + 1)..]],
                    2 => [.. body[..at], value, .. body[at..]],
                    _ => [.. body[..at], .. body],
                });
            },
            iter: Often.Times(3_000));

    // Values of every kind under names that mean something, at every depth that means something.
    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Gen.Const("0")
        : Gen.Frequency(
            (4, Gen.OneOf(
                "null", "true", "0", "-1e999", "123456789012345678901234567890", "\"\"", "\"x\"", "\"1.0\"", "\"+15550100\"", "\"\\ud83d\"", "\"\\udc00\\ud800\"", "\"\\u0000\"",
                $"\"{Samples.VoiceEngagement}\"", "\"2026-01-01T00:00:00Z\"", "\"[\"", "\"{}\"", "\"[{}]\"", "\"[[\"", "\"null\"", "{}", "[]")),
            (2, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (2, Gen.Select(Name, inner).Array[0, 6].Select(Object)),
            (1, inner.Select(text => JsonSerializer.Serialize(text)))));

    private static Gen<string> Name => Gen.OneOf(
        "ApiVersion", "ProactiveEngagementConfigId", "Contacts", "Windows", "ProactiveDeliveries", "InputAttributes", "Message", "Operation", "DeliveryId", "DeliveryTaskId",
        "uniqueIdentifier", "firstName", "mobilePhoneNumber", "windows", "inputAttributes", "start", "end", "timezone", "", "\\ud800", "a\\u0000", "Api\\u0056ersion", "@odata.type");

    private static string Object((string Name, string Value)[] members) => $"{{{string.Join(',', members.Select(m => $"\"{m.Name}\":{m.Value}"))}}}";

    [Fact]
    public void Random_JSON_under_meaningful_names() =>
        Gen.Select(Name, Value).Array[0, 8].Select(Object).Sample(json => ReadAll(Encoding.UTF8.GetBytes(json)), iter: Often.Times(3_000));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("\"{}\"")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{\"ApiVersion\":\"1.0\",}")]
    [InlineData("{/* no comments */}")]
    public void What_is_no_JSON_object_is_one_fault_of_the_body(string body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body), Given.Find, Given.Now).ShouldBeRefused()[^1].Target.ShouldBe("$");

    [Fact]
    public void Deep_nesting_is_a_fault()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000));
        foreach (var body in (string[])[deep, $$"""{"Contacts":{{deep}}""", $$"""{"x":{{deep}}""", $$"""{"ProactiveDeliveries":{{deep}}""", $$"""{"Contacts":"{{deep}}"}"""])
            ReadAll(Encoding.UTF8.GetBytes(body));
    }

    [Fact]
    public void Invalid_UTF_8_is_a_fault()
    {
        byte[] body = [.. "{\"ApiVersion\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        ReadAll(body);
        CreateProactiveDelivery.Read(body, Given.Find, Given.Now).ShouldHaveOneFault("0x80048d19", "$");
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        CreateProactiveDelivery.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Voice)], Given.Find, Given.Now).ShouldBeAccepted();

    [Fact]
    public void A_long_name_is_cut_in_the_fault()
    {
        var fault = CreateProactiveDelivery.Read(Samples.Utf8($$"""{"{{new string('n', 5_000)}}":1}"""), Given.Find, Given.Now).ShouldBeRefused()[0];
        fault.Target.ShouldBe(new string('n', 100));
    }
}
