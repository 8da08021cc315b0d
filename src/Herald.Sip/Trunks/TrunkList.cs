using Herald.Sip.Core;

namespace Herald.Sip.Trunks;

/// <summary>The endpoint's trunks in their order.</summary>
internal sealed class TrunkList(SipCore core)
{
    private readonly Trunk[] all = [.. core.Options.Trunks.Select(options => new Trunk(core, options))];

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
}
