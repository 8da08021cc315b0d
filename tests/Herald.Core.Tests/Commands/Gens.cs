using System.Text.Json.Nodes;
using CsCheck;

namespace Herald.Core.Tests.Commands;

/// <summary>Valid requests, aimed at the edges of what is allowed, as JSON.</summary>
internal static class Gens
{
    // Quotes, backslashes, two- to four-byte characters, controls: everything JSON writes in more than one way.
    private static readonly Gen<char> Letters = Gen.Char["ab zZ9\"\\/\t\n\u0001äß漢\u2028"];

    public static readonly Gen<string> Phone =
        Gen.Select(Gen.Char['1', '9'], Gen.Char['0', '9'].Array[6, 14], (first, rest) => $"+{first}{new string(rest)}");

    private static readonly Gen<string> Zone = Gen.OneOf("(GMT-03:00) Brasilia", "Pacific Standard Time", "Europe/London", "(GMT-08:00) Pacific Time", "UTC");

    private static readonly Gen<JsonObject> Attributes =
        Gen.Dictionary(Text(100), Text(4_000))[0, 4].Select(pairs => new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))));

    private static readonly Gen<JsonObject> Window =
        Gen.Select(Gen.Int[0, 400 * 86_400], Gen.Int[1, 7 * 86_400], Gen.Bool, (start, length, lower) => new JsonObject
        {
            [lower ? "start" : "Start"] = Time(start),
            [lower ? "end" : "EndTime"] = Time(start + length),
        });

    public static readonly Gen<JsonArray> Windows =
        Gen.Frequency((8, Gen.Int[1, 3]), (1, Gen.Const(100))).SelectMany(count => Window.Array[count].Select(each => new JsonArray([.. each])));

    private static readonly Gen<JsonObject> Contact =
        from first in Text(50)
        from last in Text(50)
        from numbers in Phone.Array[3]
        from which in Gen.Int[1, 7]
        from rest in Text(20).Array[6]
        from zone in Zone
        from attributes in Attributes
        from windows in Gen.Frequency((2, Gen.Const((JsonArray?)null)), (1, Windows.Select(each => (JsonArray?)each)))
        select Present(new JsonObject
        {
            ["firstName"] = first,
            ["lastName"] = last,
            ["mobilePhoneNumber"] = (which & 1) != 0 ? numbers[0] : null,
            ["businessPhoneNumber"] = (which & 2) != 0 ? numbers[1] : null,
            ["homePhoneNumber"] = (which & 4) != 0 ? numbers[2] : null,
            ["email"] = rest[0],
            ["postalcode"] = rest[1],
            ["state"] = rest[2],
            ["country"] = rest[3],
            ["addressline"] = rest[4],
            ["city"] = rest[5],
            ["timezone"] = zone,
            ["inputAttributes"] = attributes,
            ["windows"] = windows,
        });

    public static readonly Gen<JsonObject> Request =
        from count in Gen.Int[1, 5]
        from contacts in Contact.Array[count]
        from id in Text(90)
        from tracking in Text(400)
        from priority in Gen.OneOf("1", "-3.5", "2026-12-10", "no number")
        from windows in Gen.Frequency((2, Gen.Const((JsonArray?)null)), (1, Windows.Select(each => (JsonArray?)each)))
        select Present(new JsonObject
        {
            ["ApiVersion"] = "1.0",
            ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
            ["RequestId"] = tracking,
            ["Priority"] = priority,
            ["Contacts"] = new JsonArray([.. contacts.Select((contact, i) => RequestBodies.With(contact, c => c["uniqueIdentifier"] = $"{id}-{i}"))]),
            ["Windows"] = windows,
        });

    /// <summary>1..max characters, often exactly one or max.</summary>
    public static Gen<string> Text(int max) =>
        Gen.Frequency((6, Gen.Int[1, Math.Min(max, 12)]), (1, Gen.Const(1)), (1, Gen.Const(max)))
            .SelectMany(length => Letters.Array[length].Select(letters => new string(letters)));

    private static string Time(int second) =>
        new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(second).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null);

    // Half the members come as null, which is as good as absent.
    private static JsonObject Present(JsonObject node)
    {
        foreach (var name in node.Where(pair => pair.Value is null).Select(pair => pair.Key).Where((_, i) => i % 2 == 0).ToArray())
            node.Remove(name);
        return node;
    }
}
