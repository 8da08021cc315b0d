using CsvHelper;
using Herald.Core.Commands;
using Herald.Core.Commands.ConsentUpload;
using Herald.Store.Consents;

namespace Herald.Server.Actions.Uploading;

/// <summary>A list of consents on disk, walked twice: to its end, whether it is CSV at all, then line by line.</summary>
internal sealed class ConsentFile(Func<Stream> open)
{
    private ConsentColumns columns = null!;

    /// <summary>Null: the file can be read.</summary>
    public (int Status, IReadOnlyList<Fault> Faults)? Check()
    {
        try
        {
            var lines = CsvLines.Read(open());
            if (lines.Select(line => ConsentColumns.Read(line.Values)).FirstOrDefault() is not { } header)
                return (StatusCodes.Status400BadRequest, [new Fault(FaultCode.WrongForm, "", "The file is empty; a header line is required.")]);
            if (header is Reading<ConsentColumns>.Refused refused)
                return (refused.Status, refused.Faults);
            columns = ((Reading<ConsentColumns>.Accepted)header).Value;
            _ = CsvLines.Read(open()).Count();
            return null;
        }
        catch (CsvFormatException bad)
        {
            return (StatusCodes.Status400BadRequest, [new Fault(FaultCode.WrongForm, "", $"The file is no readable CSV: {bad.Message}")]);
        }
    }

    /// <summary>The lines behind the header in steps; faulty ones go to <paramref name="faults"/>.</summary>
    public IEnumerable<(int Lines, IReadOnlyList<ConsentEntry> Entries)> Steps(int size, LineFaults faults)
    {
        foreach (var lines in CsvLines.Read(open()).Skip(1).Chunk(size))
            yield return (lines.Length, [.. lines.SelectMany(line => EntriesOf(line.Line, line.Values, faults))]);
    }

    private IEnumerable<ConsentEntry> EntriesOf(int line, string[] values, LineFaults faults)
    {
        if (columns.ReadLine(values) is Reading<ConsentLine>.Accepted { Value: var good })
            return good.Channels.Select(channel => new ConsentEntry(channel, good.Number, good.OptedOut));
        faults.Add(line, ((Reading<ConsentLine>.Refused)columns.ReadLine(values)).Faults);
        return [];
    }
}
