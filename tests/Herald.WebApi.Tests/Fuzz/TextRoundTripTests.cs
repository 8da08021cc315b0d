using System.Text.Json.Nodes;
using CsCheck;
using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Fuzz;

/// <summary>A caller's text is never SQL: whatever it holds, it is stored, found and given back as it is.</summary>
public abstract class TextRoundTripTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private static readonly string[] Pieces = ["'", "''", "\"", "\\", "%", "_", ";", "--", "/*", "*/", "$1", "@p", "\uE000", "\uE001x\uE002", "a", "B", " ", "é", "😀", "\n", "\t", "~", "r.", "rt.\"", "'; drop table contact; --", "{0}"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[1, 4].Select(n => string.Concat(n.Select(i => Pieces[i])));

    [Fact]
    public async Task Any_text_is_stored_found_and_given_back()
    {
        var url = (await Site.SendAsync(HttpMethod.Post, "contacts", "{}")).Headers["OData-EntityId"];
        await Texts.SampleAsync(async text =>
        {
            (await Site.SendAsync(HttpMethod.Patch, url, new JsonObject { ["description"] = text }.ToJsonString())).Status.ShouldBe(204);
            (await Site.GetAsync(url + "?$select=description")).Ok().Json["description"]!.ToString().ShouldBe(text);
            var literal = Uri.EscapeDataString($"'{text.Replace("'", "''", StringComparison.Ordinal)}'");
            foreach (var filter in (string[])[$"description eq {literal}", $"contains(description,{literal})", $"startswith(description,{literal})", $"endswith(description,{literal})"])
                (await Site.GetAsync($"contacts?$select=description&$filter={filter}")).Ok().Rows.Count.ShouldBe(1, $"{filter} for {text}");
            (await Site.GetAsync($"contacts?$filter=description ne {literal}")).Ok().Rows.ShouldBeEmpty(text);
        }, iter: 150, threads: 1);
    }
}

public sealed class SqliteTextRoundTripTests(PostgresCluster cluster) : TextRoundTripTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresTextRoundTripTests(PostgresCluster cluster) : TextRoundTripTests(SqlDialect.Postgres, cluster);
