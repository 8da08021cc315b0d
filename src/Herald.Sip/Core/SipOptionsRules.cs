using Herald.Sip.Messages;

namespace Herald.Sip.Core;

/// <summary>All mistakes of an endpoint's options at once.</summary>
internal static class SipOptionsRules
{
    public static List<string> Faults(SipEndpointOptions options)
    {
        var faults = new List<string>();
        Want(options.Timers.T1 >= TimeSpan.FromMilliseconds(5) && options.Timers.T1 <= TimeSpan.FromSeconds(2), "Timers.T1 is 5 ms to 2 s.");
        Want(options.Timers.T2 >= options.Timers.T1, "Timers.T2 is at least T1.");
        Want(options.RtpPortFirst == 0 || (options.RtpPortFirst % 2 == 0 && options.RtpPortFirst >= 1_024), "RtpPortFirst is 0 or even and at least 1024.");
        Want(options.RtpPortFirst == 0 || options.RtpPortLast is > 0 and <= 65_535 && options.RtpPortLast > options.RtpPortFirst, "RtpPortLast is above RtpPortFirst, at most 65535.");
        Want(options.MaxCalls is >= 1 and <= 10_000, "MaxCalls is 1 to 10000.");
        Want(options.SessionExpires == TimeSpan.Zero || options.SessionExpires >= TimeSpan.FromSeconds(90), "SessionExpires is 0 or at least 90 s.");
        Want(Grammar.IsOneLine(options.UserAgent) && options.UserAgent.Length <= 64, "UserAgent is one line of at most 64 characters.");
        Want(options.Trunks.Select(trunk => trunk.Name).Distinct().Count() == options.Trunks.Count, "Trunk names are different from each other.");
        foreach (var trunk in options.Trunks)
            TrunkFaults(trunk);
        return faults;

        void Want(bool right, string rule)
        {
            if (!right)
                faults.Add(rule);
        }

        void TrunkFaults(TrunkOptions trunk)
        {
            Want(HostPort.TryParse(trunk.Host, out _, out var port) && port == 0, $"Trunk {trunk.Name}: Host is a name or address, its port goes into Port.");
            Want(trunk.Domain is null || HostPort.TryParse(trunk.Domain, out _, out _), $"Trunk {trunk.Name}: Domain is a host with or without port.");
            Want(trunk.OutboundProxy is null || HostPort.TryParse(trunk.OutboundProxy, out _, out _), $"Trunk {trunk.Name}: OutboundProxy is host or host:port.");
            Want(trunk.Port is >= 0 and <= 65_535, $"Trunk {trunk.Name}: Port is 0 to 65535.");
            Want(!trunk.Register || trunk.Username.Length > 0, $"Trunk {trunk.Name}: Register needs a Username.");
            Want(trunk.Codecs.Count > 0, $"Trunk {trunk.Name}: Codecs has at least one.");
            Want(Grammar.IsOneLine(trunk.Username) && Grammar.IsOneLine(trunk.Password), $"Trunk {trunk.Name}: Username and Password are one line each.");
            Want(!trunk.Register || trunk.RegisterExpires >= TimeSpan.FromSeconds(10), $"Trunk {trunk.Name}: RegisterExpires is at least 10 s.");
        }
    }
}
