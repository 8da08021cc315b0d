using System.Text;
using Herald.Core.Commands;
using Herald.Core.Commands.FileUpload;

namespace Herald.Server.Actions.Uploading;

/// <summary>What the check of a file found: how many tasks it makes, and which lines are faulty.</summary>
internal sealed class UploadReport
{
    /// <summary>Of the batch row's column.</summary>
    private const int MaxText = 2_000;

    private readonly HashSet<string> accounts = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();

    /// <summary>Lines of one account are one task.</summary>
    public int Tasks { get; private set; }

    public int Failures { get; private set; }

    /// <summary>Line numbers and reasons, as many as fit; null when every line is good.</summary>
    public string? Text => text.Length == 0 ? null : text.ToString();

    public void Admit(UploadRow row)
    {
        if (row.AccountId is null || accounts.Add(row.AccountId))
            Tasks++;
    }

    public void Refuse(int line, IReadOnlyList<Fault> faults)
    {
        Failures++;
        var added = $"Line {line}: {string.Join(' ', faults.Select(fault => fault.Message))}\n";
        if (text.Length + added.Length <= MaxText)
            text.Append(added);
    }
}
