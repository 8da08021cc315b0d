using Herald.Sip.Core;

namespace Herald.Sip.Trunks;

/// <summary>The endpoint's trunks in their order, and what keeps them up.</summary>
internal sealed class TrunkList
{
    private readonly SipCore core;
    private readonly Trunk[] all;
    private readonly Registration[] registrations;
    private readonly Probe[] probes;

    public TrunkList(SipCore core)
    {
        this.core = core;
        all = [.. core.Options.Trunks.Select(options => new Trunk(core, options))];
        registrations = [.. all.Where(trunk => trunk.Options.Register).Select(trunk => new Registration(core, trunk))];
        probes = [.. all.Where(trunk => trunk.Options.KeepAlive > TimeSpan.Zero).Select(trunk => new Probe(core, trunk))];
        core.Loop.Post(() =>
        {
            foreach (var registration in registrations)
                registration.Start();
            foreach (var probe in probes)
                probe.Start();
        });
    }

    public IReadOnlyList<TrunkState> States =>
        [.. all.Select(trunk => new TrunkState(trunk.Options.Name, trunk.Down is null, trunk.Down ?? ""))];

    /// <summary>Those that are up and that the request allows, in its order of preference.</summary>
    public IEnumerable<Trunk> For(CallRequest request)
    {
        if (request.Trunks.Count == 0)
            return all.Where(trunk => trunk.Down is null);
        return request.Trunks
            .Select(name => Array.Find(all, trunk => trunk.Options.Name == name))
            .Where(trunk => trunk is { Down: null })!;
    }

    public void Stop() => core.Loop.Post(() =>
    {
        foreach (var probe in probes)
            probe.Stop();
        foreach (var registration in registrations)
            registration.Stop();
    });
}
