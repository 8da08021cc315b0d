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
    private const int TellEvery = 20_000;

    private readonly AccountChains chains = new();
    private UploadColumns columns = null!;

    /// <summary>
    /// First walk. Refused when the header is unusable; faults of single lines, and that the file is no CSV from some line on, are in the report.
    /// </summary>
    /// <param name="tell">Called when the header was good and then now and again.</param>
    public async Task<Reading<UploadReport>> CheckAsync(Func<UploadReport, Task> tell)
    {
        var report = new UploadReport();
        using var lines = CsvLines.Read(open()).GetEnumerator();
        if (!Move(lines, report))
            return Refused(report.Text ?? "The file is empty; a header line is required.");
        var header = UploadColumns.Read(lines.Current.Values, engagement);
        if (header is Reading<UploadColumns>.Refused refused)
            return new Reading<UploadReport>.Refused(refused.Status, refused.Faults);
        columns = ((Reading<UploadColumns>.Accepted)header).Value;
        await tell(report);
        while (Move(lines, report))
        {
            CheckLine(lines.Current.Line, lines.Current.Values, report);
            if (++report.Lines % TellEvery == 0)
                await tell(report);
        }

        return new Reading<UploadReport>.Accepted(report);
    }

    private static bool Move(IEnumerator<(int Line, string[] Values)> lines, UploadReport report)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (CsvFormatException bad)
        {
            report.Break($"The file is no readable CSV: {bad.Message}");
            return false;
        }
    }

    /// <summary>Second walk: a task for each complete chain. Enumerate once.</summary>
    public IEnumerable<DeliveryTask> Tasks(Guid batch, Instant now)
    {
        foreach (var (line, values) in CsvLines.Read(open()).Skip(1))
        {
            if (columns.ReadRow(values, line) is Reading<UploadRow>.Accepted good && chains.Add(good.Value) is { } chain)
                yield return UploadTask.Of(chain, engagement, batch, now);
        }
    }

    private void CheckLine(int line, string[] values, UploadReport report)
    {
        switch (columns.ReadRow(values, line))
        {
            case Reading<UploadRow>.Accepted good when chains.Admit(good.Value) is { } fault:
                report.Refuse(line, [fault]);
                break;
            case Reading<UploadRow>.Accepted good:
                report.Admit(good.Value);
                break;
            case Reading<UploadRow>.Refused refused:
                report.Refuse(line, refused.Faults);
                break;
        }
    }

    private static Reading<UploadReport>.Refused Refused(string message) =>
        new(StatusCodes.Status400BadRequest, [new Fault(FaultCode.WrongForm, "", message)]);
}
