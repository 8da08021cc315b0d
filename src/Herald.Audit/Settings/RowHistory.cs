namespace Herald.Audit.Settings;

/// <summary>The versions of one row in the order they were written.</summary>
internal sealed class RowHistory
{
    private readonly List<(long At, SettingRow? Row)> versions = [];

    public IEnumerable<SettingRow> Versions => versions.Select(version => version.Row).OfType<SettingRow>();

    public SettingRow? Last => versions[^1].Row;

    /// <param name="row">Null = deleted.</param>
    public void Add(long at, SettingRow? row) => versions.Add((at, row));

    /// <summary>The row as it was at that moment; null = it was not there.</summary>
    /// <returns>False: it was there, but what it said is not known, because it is older than its history.</returns>
    public bool TryAt(long at, out SettingRow? row)
    {
        row = null;
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            if (versions[i].At > at)
                continue;
            row = versions[i].Row;
            return true;
        }

        var first = versions[0].Row;
        return first is not null && (first.Number("version") ?? 1) <= 1 || (first?.Number("created_at") ?? 0) > at;
    }
}
