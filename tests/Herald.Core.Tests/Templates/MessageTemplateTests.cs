using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Templates;

namespace Herald.Core.Tests.Templates;

public class MessageTemplateTests
{
    private static readonly Contact Ada = new()
    {
        UniqueIdentifier = "c",
        FirstName = "Ada",
        LastName = "Byron",
        MobilePhone = "+15550100",
        Email = "ada@example.com",
        PostalCode = "E1",
        Country = "UK",
        City = "London",
        AddressLine = "1 Street",
        InputAttributes = new Dictionary<string, string> { ["Time"] = "10:00", ["City"] = "shadowed", ["a b"] = "spaced", ["x"] = "{{FirstName}}" },
    };

    private static string Render(string text) => MessageTemplate.Parse(text).Render(Ada, "+15550109");

    [Theory]
    [InlineData("Hello {{FirstName}} {{LastName}}!", "Hello Ada Byron!")]
    [InlineData("{{PhoneNumber}} {{Email}} {{PostalCode}} {{Country}} {{City}} {{Street}}", "+15550109 ada@example.com E1 UK London 1 Street")]
    [InlineData("at {{Time}}", "at 10:00")]
    [InlineData("{{ Time }}{{a b}}", "10:00spaced")]
    [InlineData("[{{Missing}}][{{time}}][{{firstname}}]", "[][][]")]
    [InlineData("", "")]
    [InlineData("no tokens", "no tokens")]
    public void Tokens_become_values_and_missing_ones_nothing(string text, string rendered) => Render(text).ShouldBe(rendered);

    [Fact]
    public void A_value_is_not_rendered_again() => Render("{{x}}").ShouldBe("{{FirstName}}");

    [Theory]
    [InlineData("{{", "{{")]
    [InlineData("a {{FirstName", "a {{FirstName")]
    [InlineData("{{}}", "{{}}")]
    [InlineData("{{ }}", "{{ }}")]
    [InlineData("}} {x} }", "}} {x} }")]
    [InlineData("{{a {{FirstName}}", "{{a Ada")]
    public void What_is_no_token_stays_text(string text, string rendered) => Render(text).ShouldBe(rendered);

    [Fact]
    public void A_contact_without_values_renders_empty() =>
        MessageTemplate.Parse("[{{FirstName}}{{Email}}{{City}}]").Render(new() { UniqueIdentifier = "c" }, "+15550100").ShouldBe("[]");

    [Fact]
    public void Used_tokens_are_listed_once_in_order() =>
        MessageTemplate.Parse("{{Time}} {{FirstName}} {{Time}} {{ City }}").Tokens.ShouldBe(["Time", "FirstName", "City"]);

    [Fact]
    public void A_definition_is_at_most_a_thousand_characters()
    {
        MessageTemplate.Check(new string('x', 1_000), "text").ShouldBeEmpty();
        MessageTemplate.Check(new string('x', 1_001), "text").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Code.ShouldBe("0x80044331"),
            fault => fault.Target.ShouldBe("text"));
    }

    [Theory]
    [InlineData("{{", 1)]
    [InlineData("ab{{}}", 3)]
    [InlineData("{{a {{FirstName}}", 1)]
    public void Braces_that_name_no_token_are_a_fault_of_the_definition(string text, int at) =>
        MessageTemplate.Check(text, "text").ShouldHaveSingleItem().Message.ShouldContain($"at character {at};");

    [Fact]
    public void Good_definitions_have_no_fault() => MessageTemplate.Check("Hello {{FirstName}}, {x} }} y", "text").ShouldBeEmpty();

    [Fact]
    public void A_text_without_tokens_renders_as_it_stands() =>
        Gen.String[Gen.Char["ab{} "], 0, 30].Sample(text =>
        {
            var template = MessageTemplate.Parse(text);
            return template.Tokens.Count > 0 || template.Render(Ada, "+15550100") == text;
        });

    [Fact]
    public void Text_around_tokens_is_kept() =>
        Gen.Select(Gen.String[Gen.Char["ab }"], 0, 10].Array[1, 6], Gen.OneOf("FirstName", "Time", "Nope")).Sample((texts, token) =>
            Render(string.Join($"{{{{{token}}}}}", texts)) == string.Join(Render($"{{{{{token}}}}}"), texts));

    [Fact]
    public void The_contact_s_tokens_are_the_eight_documented_ones() =>
        MessageTemplate.Parse(string.Concat(TemplateTokens.OfContact.Select(token => $"{{{{{token}}}}}"))).Render(Ada, "+1").ShouldBe("AdaByron+1ada@example.comE1UKLondon1 Street");
}
