using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Herald.Smpp.Accounts;

/// <summary>The state of the running accounts as gauges of the meter "Herald.Smpp"; read only when somebody listens.</summary>
internal static class AccountGauges
{
    private static readonly ConcurrentDictionary<SmppAccount, KeyValuePair<string, object?>> Accounts = [];
    private static readonly Meter Meter = new("Herald.Smpp");

    static AccountGauges()
    {
        Meter.CreateObservableGauge("herald.smpp.in_flight", () => Read(status => status.InFlight), "{submit_sm}", "submit_sm without answer");
        Meter.CreateObservableGauge("herald.smpp.window", () => Read(status => status.Window), "{submit_sm}", "submit_sm that may be without answer when all sending binds are up");
        Meter.CreateObservableGauge("herald.smpp.binds", () => Read(status => status.BindsUp), "{bind}", "Binds that are up");
        Meter.CreateObservableGauge("herald.smpp.throttled", () => Read(status => status.IsThrottled ? 1 : 0), "1", "1 in a pause the SMSC asked for");
        Meter.CreateObservableCounter("herald.smpp.throttles", () => Read(status => status.Throttles), "{submit_sm}", "submit_sm answered throttled, queue full or system error");
    }

    public static void Add(SmppAccount account, string name) => Accounts[account] = new("account", name);

    public static void Remove(SmppAccount account) => Accounts.TryRemove(account, out _);

    private static IEnumerable<Measurement<long>> Read(Func<SmppStatus, long> of) => Accounts.Select(pair => new Measurement<long>(of(pair.Key.Status()), pair.Value));
}
