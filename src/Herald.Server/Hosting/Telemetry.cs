using System.Diagnostics.Metrics;

namespace Herald.Server.Hosting;

/// <summary>What the HTTP side counts (meter <c>Herald</c>, shared by name with the engine and the store).</summary>
internal sealed class Telemetry : IDisposable
{
    public const string Name = "Herald";

    private readonly Meter meter;
    private readonly Counter<long> accepted;
    private readonly Counter<long> refused;

    public Telemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        accepted = meter.CreateCounter<long>("herald.requests.accepted", "{request}", "Requests that made tasks, by action");
        refused = meter.CreateCounter<long>("herald.requests.refused", "{request}", "Requests refused, by action and status");
    }

    public void Accepted(string action) => accepted.Add(1, new KeyValuePair<string, object?>("action", action));

    public void Refused(string action, int status) =>
        refused.Add(1, new KeyValuePair<string, object?>("action", action), new KeyValuePair<string, object?>("status", status));

    public void Dispose() => meter.Dispose();
}
