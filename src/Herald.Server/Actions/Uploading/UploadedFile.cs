using CsvHelper;
using Herald.Core.Commands;
using Herald.Core.Commands.FileUpload;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Server.Actions.Uploading;

/// <summary>A CSV file on disk, walked twice: checked whole, then made into tasks. Memory stays at one line and the open chains.</summary>
internal sealed class UploadedFile(Func<Stream> open, Engagement engagement)
{
    /// <summary>Bytes of a line: an unclosed quote must not grow the buffer to the size of the file.</summary>
    private const int MaxLine = 1024 * 1024;

    private static readonly CsvReaderOptions Csv = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxLine,
        IncludeValuesInExceptions = false,
        PoolStrings = false,
    };

    private readonly AccountChains chains = new();
    private UploadColumns columns = null!;

    /// <summary>First walk. Refused when the header or the file as a whole is unusable; faults of single lines are in the report.</summary>
    public Reading<UploadReport> Check()
    {
        using var reader = Reader();
        try
        {
            if (!reader.Read())
                return Refused("The file is empty; a header line is required.");
            var header = UploadColumns.Read(Values(reader), engagement);
            if (header is Reading<UploadColumns>.Refused refused)
                return new Reading<UploadReport>.Refused(refused.Status, refused.Faults);
            columns = ((Reading<UploadColumns>.Accepted)header).Value;
            var report = new UploadReport();
            while (reader.Read())
                CheckLine(reader, report);
            return new Reading<UploadReport>.Accepted(report);
        }
        catch (CsvFormatException bad)
        {
            return Refused($"The file is no readable CSV: {bad.Message}");
        }
    }

    /// <summary>Second walk: a task for each complete chain. Enumerate once.</summary>
    public IEnumerable<DeliveryTask> Tasks(Guid batch, Instant now)
    {
        using var reader = Reader();
        reader.Read();
        while (reader.Read())
        {
            if (columns.ReadRow(Values(reader), Line(reader)) is Reading<UploadRow>.Accepted good && chains.Add(good.Value) is { } chain)
                yield return UploadTask.Of(chain, engagement, batch, now);
        }
    }

    private void CheckLine(CsvReader reader, UploadReport report)
    {
        switch (columns.ReadRow(Values(reader), Line(reader)))
        {
            case Reading<UploadRow>.Accepted good when chains.Admit(good.Value) is { } fault:
                report.Refuse(Line(reader), [fault]);
                break;
            case Reading<UploadRow>.Accepted good:
                report.Admit(good.Value);
                break;
            case Reading<UploadRow>.Refused refused:
                report.Refuse(Line(reader), refused.Faults);
                break;
        }
    }

    private static int Line(CsvReader reader) => (int)reader.LineNumber;

    private static string[] Values(CsvReader reader)
    {
        var values = new string[reader.FieldCount];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.GetString(i);
        return values;
    }

    private CsvReader Reader() => CsvReader.Create(open(), Csv, leaveOpen: true);

    private static Reading<UploadReport>.Refused Refused(string message) =>
        new(StatusCodes.Status400BadRequest, [new Fault(FaultCode.WrongForm, "", message)]);
}
