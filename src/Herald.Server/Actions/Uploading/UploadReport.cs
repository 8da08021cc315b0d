using Herald.Core.Commands;
using Herald.Core.Commands.FileUpload;

namespace Herald.Server.Actions.Uploading;

/// <summary>What the check of a file found: how many tasks it makes, and which lines are faulty.</summary>
internal sealed class UploadReport
{
    private readonly HashSet<string> accounts = new(StringComparer.Ordinal);
    private readonly LineFaults faults = new();

    /// <summary>Lines of one account are one task.</summary>
    public int Tasks { get; private set; }

    /// <summary>Read so far, the header not counted.</summary>
    public int Lines { get; set; }

    /// <summary>No CSV from some line on: nothing is kept.</summary>
    public bool Unreadable { get; private set; }

    public int Failures => faults.Count;

    /// <summary>Line numbers and reasons, as many as fit; null when every line is good.</summary>
    public string? Text => faults.Text;

    public void Admit(UploadRow row)
    {
        if (row.AccountId is null || accounts.Add(row.AccountId))
            Tasks++;
    }

    public void Refuse(int line, IReadOnlyList<Fault> found) => faults.Add(line, found);

    public void Break(string message)
    {
        Unreadable = true;
        faults.AddEnd(message);
    }
}
