using System.Text;
using Herald.Core.Commands;
using Herald.Core.Deliveries;

namespace Herald.Core.Templates;

/// <summary>An SMS text with <c>{{tokens}}</c>: eight of the contact, and any input attribute by its exact name.</summary>
public sealed class MessageTemplate
{
    /// <summary>Characters of the text as defined; what is rendered may be longer.</summary>
    public const int Longest = 1_000;

    private readonly IReadOnlyList<TemplatePart> parts;

    private MessageTemplate(IReadOnlyList<TemplatePart> parts)
    {
        this.parts = parts;
        Tokens = [.. parts.Where(part => part.IsToken).Select(part => part.Text).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Names of the tokens used, each once, in order of first use: what a caller's attributes should bring.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Splits any text; what is no token (an unclosed or empty brace pair) is text.</summary>
    public static MessageTemplate Parse(string text) => new(TemplateText.Split(text));

    /// <summary>What is wrong with a text as a definition: too long, an unclosed brace pair, a token without a name.</summary>
    /// <param name="target">The member that holds it.</param>
    public static IReadOnlyList<Fault> Check(string text, string target)
    {
        var faults = new List<Fault>();
        if (text.Length > Longest)
            faults.Add(new(FaultCode.TooLong, target, $"{target} is longer than {Longest} characters."));
        foreach (var at in BrokenAt(text))
            faults.Add(new(FaultCode.Invalid, target, $"{target} has braces that name no token at character {at}; write {{{{FirstName}}}}."));
        return faults;
    }

    /// <summary>Where braces stand that name no token; characters count from 1.</summary>
    internal static IEnumerable<int> BrokenAt(string text) =>
        TemplateText.Split(text).Where(part => part is { IsToken: false, Broken: true }).Select(part => part.At + 1);

    /// <summary>The text for one contact. A value that is missing renders empty.</summary>
    /// <param name="number">The number the message goes to: <c>{{PhoneNumber}}</c>.</param>
    public string Render(Contact contact, string number) => Render(token => TemplateTokens.Value(token, contact, number));

    /// <param name="valueOf">By token; null renders empty.</param>
    public string Render(Func<string, string?> valueOf)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.IsToken ? valueOf(part.Text) : part.Text);
        return text.ToString();
    }
}
