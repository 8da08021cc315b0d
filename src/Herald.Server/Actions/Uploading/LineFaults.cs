using System.Text;
using Herald.Core.Commands;

namespace Herald.Server.Actions.Uploading;

/// <summary>Faulty lines of a file: how many, and as text as many as a row has room for.</summary>
internal sealed class LineFaults
{
    /// <summary>Of the row's column.</summary>
    private const int MaxText = 2_000;

    private readonly StringBuilder text = new();

    public int Count { get; private set; }

    /// <summary>Line numbers and reasons; null when every line is good.</summary>
    public string? Text => text.Length == 0 ? null : text.ToString();

    public void Add(int line, IReadOnlyList<Fault> faults)
    {
        Count++;
        Append($"Line {line}: {string.Join(' ', faults.Select(fault => fault.Message))}\n");
    }

    /// <summary>Something that ended the reading.</summary>
    public void AddEnd(string message)
    {
        Count++;
        Append(message);
    }

    private void Append(string added)
    {
        if (text.Length + added.Length <= MaxText)
            text.Append(added);
    }
}
