using System.Collections;

namespace Herald.Sip.Messages;

/// <summary>Headers in wire order. Names compare case-blind; compact forms were turned into long ones on the way in.</summary>
internal sealed class SipHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> rows = new(16);

    public int Count => rows.Count;

    /// <summary>First value of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var row in rows)
                if (Is(row, name))
                    return row.Value;
            return null;
        }
    }

    public void Add(string name, string value) => rows.Add(new(name, value));

    public void AddFirst(string name, string value) => rows.Insert(0, new(name, value));

    public void Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(name, value);
    }

    /// <summary>Replaces every row of that name by one; absent, it is added at the end.</summary>
    public void Set(string name, string value)
    {
        var at = rows.FindIndex(row => Is(row, name));
        if (at < 0)
        {
            Add(name, value);
            return;
        }
        rows[at] = new(name, value);
        for (var i = rows.Count - 1; i > at; i--)
            if (Is(rows[i], name))
                rows.RemoveAt(i);
    }

    public void Remove(string name) => rows.RemoveAll(row => Is(row, name));

    public int CountOf(string name) => rows.Count(row => Is(row, name));

    /// <summary>All values, rows that hold comma lists taken apart (RFC 3261 §7.3.1).</summary>
    public List<string> List(string name)
    {
        var all = new List<string>();
        foreach (var row in rows)
            if (Is(row, name))
                Grammar.Split(row.Value, ',', all);
        return all;
    }

    /// <summary>True when a comma list of tokens (Supported, Require, Allow) names it.</summary>
    public bool Names(string header, string token) =>
        List(header).Exists(item => item.Equals(token, StringComparison.OrdinalIgnoreCase));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => rows.GetEnumerator();

    private static bool Is(in KeyValuePair<string, string> row, string name) =>
        row.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
