using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands.ConsentUpload;

/// <summary>The header of a list of consents. A list of bare numbers opts them out of both channels.</summary>
public sealed class ConsentColumns
{
    private const int LongestWord = 50;

    private static readonly Channel[] Both = [Channel.Voice, Channel.Sms];

    private static readonly Dictionary<string, Channel[]> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Voice"] = [Channel.Voice], ["534120003"] = [Channel.Voice],
        ["Text"] = [Channel.Sms], ["Text Message"] = [Channel.Sms], ["SMS"] = [Channel.Sms], ["534120001"] = [Channel.Sms],
    };

    private static readonly Dictionary<string, bool> OptedOut = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Opted Out"] = true, ["OptedOut"] = true, ["534120002"] = true,
        ["Opted In"] = false, ["OptedIn"] = false, ["534120001"] = false,
    };

    private readonly ConsentColumn[] columns;

    private ConsentColumns(ConsentColumn[] columns) => this.columns = columns;

    /// <summary>Needs PhoneNumber. A column of another name is refused: a misspelt Channel would opt out of both.</summary>
    public static Reading<ConsentColumns> Read(IReadOnlyList<string> header)
    {
        var faults = new FaultList();
        var columns = new List<ConsentColumn>();
        foreach (var name in header.Select(name => name.Trim().TrimStart('\uFEFF')))
        {
            if (ConsentColumn.Find(name) is not { } column)
                faults.At(name, FaultCode.WrongForm, "is no column of a list of consents: PhoneNumber, Channel and Consent are.");
            else if (columns.Contains(column))
                faults.At(name, FaultCode.WrongForm, "is given twice.");
            else
                columns.Add(column);
        }

        if (!columns.Contains(ConsentColumn.Number))
            faults.Missing(ConsentColumn.Number.Name);
        return faults.Count > 0 ? faults.Refuse<ConsentColumns>() : new Reading<ConsentColumns>.Accepted(new([.. columns]));
    }

    /// <summary>All faults of one line, each naming its column. Channel may be Voice or Text Message, Consent Opted Out (as when absent) or Opted In.</summary>
    public Reading<ConsentLine> ReadLine(IReadOnlyList<string> values)
    {
        var faults = new FaultList();
        if (values.Count > columns.Length)
            faults.WrongForm("has more values than the header has columns.");
        faults.Enter(ConsentColumn.Number.Name);
        var number = ContactValues.Phone(ValueOf(ConsentColumn.Number, values, faults, PhoneNumber.LongestSpelling), faults);
        faults.Leave();
        if (number is null)
            faults.Missing(ConsentColumn.Number.Name);
        var channels = Word(ConsentColumn.Channel, values, Channels, Both, "is neither Voice nor Text Message.", faults);
        var optedOut = Word(ConsentColumn.Value, values, OptedOut, true, "is neither Opted Out nor Opted In.", faults);
        return faults.Count > 0 ? faults.Refuse<ConsentLine>() : new Reading<ConsentLine>.Accepted(new(number!, channels, optedOut));
    }

    private T Word<T>(ConsentColumn column, IReadOnlyList<string> values, Dictionary<string, T> words, T absent, string fault, FaultList faults)
    {
        faults.Enter(column.Name);
        var text = ValueOf(column, values, faults, LongestWord);
        if (text is { } word && !ReferenceEquals(word, JsonText.Faulty) && !words.ContainsKey(word))
            faults.WrongForm(fault);
        faults.Leave();
        return text is null ? absent : words.GetValueOrDefault(text, absent);
    }

    private string? ValueOf(ConsentColumn column, IReadOnlyList<string> values, FaultList faults, int longest)
    {
        var place = Array.IndexOf(columns, column);
        return place < 0 || place >= values.Count ? null : JsonText.Check(values[place].Trim(), faults, longest);
    }
}
