namespace Herald.Server.Hosting;

/// <summary>The process cannot start as configured; one line per mistake.</summary>
internal sealed class BadSettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
