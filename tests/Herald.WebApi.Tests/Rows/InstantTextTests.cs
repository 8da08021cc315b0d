using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Herald.WebApi.Rows;

namespace Herald.WebApi.Tests.Rows;

public sealed class InstantTextTests
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    [Fact]
    public void It_is_what_the_format_string_says() => Gen.OneOf(Gen.Long[First, Last], Gen.Const(First), Gen.Const(Last), Gen.Long[-5_000, 5_000]).Sample(milliseconds =>
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
        Written(milliseconds, false).ShouldBe(at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Written(milliseconds, true).ShouldBe(at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    });

    private static string Written(long milliseconds, bool fraction)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            InstantText.Write(json, JsonEncodedText.Encode("a"), milliseconds, fraction);
            json.WriteEndObject();
        }
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray())).RootElement.GetProperty("a").GetString()!;
    }
}
