using Herald.Server.Hosting;

namespace Herald.Server.Protection;

/// <summary>Service protection limits of one caller at one process: section <c>Herald:Protection</c>, with the product's values.</summary>
internal sealed record ProtectionOptions
{
    /// <summary><c>Enabled</c>. Default: true, in Development false.</summary>
    public bool Enabled { get; init; }

    /// <summary><c>Requests</c> in 300 s. Default 6,000; 1 to 10,000,000.</summary>
    public int Requests { get; init; } = 6_000;

    /// <summary><c>Execution</c>: combined time of the requests of 300 s. Default 1,200 s; 1 s to 1 day.</summary>
    public TimeSpan Execution { get; init; } = TimeSpan.FromSeconds(1_200);

    /// <summary><c>Concurrent</c> requests; one more is refused. Default 52; 1 to 100,000.</summary>
    public int Concurrent { get; init; } = 52;

    public static ProtectionOptions Read(SettingsReader reader, IHostEnvironment environment) => new()
    {
        Enabled = reader.Flag("Herald:Protection:Enabled", !environment.IsDevelopment()),
        Requests = (int)reader.Number("Herald:Protection:Requests", 6_000, 1, 10_000_000),
        Execution = reader.Duration("Herald:Protection:Execution", TimeSpan.FromSeconds(1_200), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        Concurrent = (int)reader.Number("Herald:Protection:Concurrent", 52, 1, 100_000),
    };
}
