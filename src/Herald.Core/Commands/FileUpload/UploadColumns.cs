using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Commands.FileUpload;

/// <summary>The header of an uploaded file: what each column means.</summary>
public sealed class UploadColumns
{
    private readonly Channel channel;
    private readonly IReadOnlyList<(string Header, UploadColumn? Known)> columns;

    private UploadColumns(Channel channel, IReadOnlyList<(string Header, UploadColumn? Known)> columns)
    {
        this.channel = channel;
        this.columns = columns;
    }

    /// <summary>
    /// Needs UniqueIdentifier and a column for a phone number; no column twice, none without a name; names of
    /// attributes ≤ 100. An SMS engagement needs a template. The target of a fault is the column.
    /// </summary>
    public static Reading<UploadColumns> Read(IReadOnlyList<string> header, Engagement engagement)
    {
        var faults = new FaultList();
        var columns = header.Select(Column).ToArray();
        for (var i = 0; i < columns.Length; i++)
            CheckName(i, columns, faults);
        if (!Has(columns, UploadColumn.UniqueIdentifier))
            faults.Missing(UploadColumn.UniqueIdentifier);
        if (!Has(columns, UploadColumn.MobilePhone) && !Has(columns, UploadColumn.BusinessPhone) && !Has(columns, UploadColumn.HomePhone))
            faults.At(UploadColumn.MobilePhone, FaultCode.Invalid, "is missing; a column for at least one phone number is required.");
        if (engagement is { Channel: Channel.Sms, Template: null })
            faults.Invalid("is for an SMS engagement without a template; lines carry no message.");
        return faults.Count > 0
            ? faults.Refuse<UploadColumns>()
            : new Reading<UploadColumns>.Accepted(new(engagement.Channel, columns));
    }

    /// <summary>All faults of one line, each naming its column. Empty values are absent; missing ones at the end too.</summary>
    /// <param name="values">As the file has them, unquoted.</param>
    /// <param name="line">Where the line begins in the file, from 1.</param>
    public Reading<UploadRow> ReadRow(IReadOnlyList<string> values, int line)
    {
        var faults = new FaultList();
        var draft = new UploadDraft();
        if (values.Count > columns.Count)
            faults.WrongForm("has more values than the header has columns.");
        for (var i = 0; i < Math.Min(values.Count, columns.Count); i++)
            ReadValue(columns[i], values[i].Trim(), draft, faults);
        if (draft.UniqueIdentifier is null)
            faults.Missing(UploadColumn.UniqueIdentifier);
        if (draft is { MobilePhone: null, BusinessPhone: null, HomePhone: null } || (channel == Channel.Sms && draft.MobilePhone is null))
            faults.At(UploadColumn.MobilePhone, FaultCode.Invalid, channel == Channel.Sms ? "is missing; SMS needs it." : "is missing; at least one phone number is required.");
        EngagementRules.CheckOtherNumbers(draft, channel, faults, FlatContact.Spell);
        return faults.Count > 0
            ? faults.Refuse<UploadRow>()
            : new Reading<UploadRow>.Accepted(new(line, draft.ToContact(), draft.Priority, draft.AccountId));
    }

    private static (string Header, UploadColumn? Known) Column(string header)
    {
        var name = header.Trim().TrimStart('\uFEFF');
        return (name, UploadColumn.Known.FirstOrDefault(column => column.Matches(name)));
    }

    private static bool Has((string Header, UploadColumn? Known)[] columns, string name) => columns.Any(column => column.Known?.Name == name);

    private static void CheckName(int i, (string Header, UploadColumn? Known)[] columns, FaultList faults)
    {
        var (header, known) = columns[i];
        if (header.Length == 0)
            faults.WrongForm($"has a column, number {i + 1}, without a name.");
        else if (header.Contains('\0', StringComparison.Ordinal))
            faults.WrongForm($"has a column, number {i + 1}, with the character U+0000 in its name.");
        else if (ContactRowColumn.Unwritable.Contains(header))
            faults.At(header, FaultCode.WrongForm, "is a contact column that a file cannot write; as an attribute it needs another name.");
        else if (header.Length > InputAttributes.LongestName)
            faults.At(header, FaultCode.TooLong, $"is longer than {InputAttributes.LongestName} characters.");
        else if (columns.Take(i).Any(earlier => known is null ? earlier.Header == header : earlier.Known == known))
            faults.At(header, FaultCode.WrongForm, "is given twice.");
    }

    private static void ReadValue((string Header, UploadColumn? Known) column, string value, UploadDraft draft, FaultList faults)
    {
        faults.Enter(column.Known?.Name ?? column.Header);
        if (column.Known is { } known)
            known.Read(draft, value, faults);
        else if (JsonText.Check(value, faults, InputAttributes.LongestValue) is { Length: > 0 } text)
            (draft.InputAttributes ??= new(StringComparer.Ordinal)).Add(column.Header, text);
        faults.Leave();
    }
}
