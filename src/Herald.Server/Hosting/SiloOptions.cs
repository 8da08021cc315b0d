using System.Net;

namespace Herald.Server.Hosting;

/// <summary>The Orleans silo of this process: section <c>Herald:Silo</c>. Only a process on PostgreSQL listens; a lone one on SQLite opens no port.</summary>
internal sealed class SiloOptions
{
    /// <summary>TCP port other processes reach this one by. Default 11111; 0 = any free port, bound before the silo starts (tests). A fixed port restarts at once after a crash of all processes.</summary>
    public int Port { get; set; } = 11_111;

    /// <summary>Address other processes reach this one by. Default 127.0.0.1: all processes on one machine.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Processes with the same name on the same database form one cluster. Default <c>herald</c>.</summary>
    public string Cluster { get; set; } = "herald";

    /// <summary>How long a probe of another process waits. Default 2 s; 0.5..30 s. Sharp values make busy processes kill each other.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Missed probes until a process is suspected. Default 3; 1..20.</summary>
    public int MissedProbes { get; set; } = 3;

    /// <summary>Suspicions until it is declared dead. Default 2; 1..10.</summary>
    public int Votes { get; set; } = 2;

    /// <summary>How often this process writes that it lives. Default 1 s: after a crash of all the next start waits for the stale ones; 0.5..60 s.</summary>
    public TimeSpan? IAmAlive { get; set; }

    public TimeSpan AlivePeriod => IAmAlive ?? TimeSpan.FromSeconds(1);

    public IEnumerable<string> Faults()
    {
        if (Port is < 0 or > 65_535) yield return "Herald:Silo:Port must be 0..65535.";
        if (!IPAddress.TryParse(Address, out _)) yield return "Herald:Silo:Address must be an IP address.";
        if (string.IsNullOrWhiteSpace(Cluster)) yield return "Herald:Silo:Cluster must not be empty.";
        if (ProbeTimeout < TimeSpan.FromSeconds(0.5) || ProbeTimeout > TimeSpan.FromSeconds(30)) yield return "Herald:Silo:ProbeTimeout must be 00:00:00.5..00:00:30.";
        if (MissedProbes is < 1 or > 20) yield return "Herald:Silo:MissedProbes must be 1..20.";
        if (Votes is < 1 or > 10) yield return "Herald:Silo:Votes must be 1..10.";
        if (AlivePeriod < TimeSpan.FromSeconds(0.5) || AlivePeriod > TimeSpan.FromMinutes(1)) yield return "Herald:Silo:IAmAlive must be 00:00:00.5..00:01:00.";
    }
}
