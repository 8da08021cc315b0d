using System.Xml;
using System.Xml.Linq;
using Herald.WebApi.Errors;

namespace Herald.WebApi.Fetch;

/// <summary>The text of a FetchXML query → its element, and what its attributes say.</summary>
internal static class FetchText
{
    private const int MostElements = 1_000;
    private const int Deepest = 20;

    /// <summary>No DTD, no entity of one's own: the text can neither grow nor reach for anything.</summary>
    public static XElement Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            var fetch = XElement.Load(reader);
            if (fetch.Name.LocalName != "fetch") throw Refuse("Its root element must be 'fetch'.");
            if (fetch.Descendants().Take(MostElements + 1).Count() > MostElements) throw Refuse($"It has more than {MostElements} elements.");
            if (fetch.Descendants().Any(e => e.Ancestors().Count() > Deepest)) throw Refuse($"It is nested deeper than {Deepest} elements.");
            return fetch;
        }
        catch (XmlException e)
        {
            throw Refuse(e.Message);
        }
    }

    public static string? Of(XElement element, string name) => element.Attribute(name)?.Value is { Length: > 0 } value ? value : null;

    public static string Must(XElement element, string name) => Of(element, name) ?? throw Refuse($"The element '{element.Name.LocalName}' needs the attribute '{name}'.");

    public static bool Flag(XElement element, string name) => Of(element, name) switch
    {
        null => false,
        { } value when value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        { } value when value is "0" || value.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => throw Refuse($"The attribute '{name}' is true or false."),
    };

    public static int? Number(XElement element, string name) => Of(element, name) switch
    {
        null => null,
        { } value when int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => throw Refuse($"The attribute '{name}' is a positive number."),
    };

    public static RefusedException Refuse(string detail) => new(Faults.Url($"Invalid FetchXML. {detail}"));
}
