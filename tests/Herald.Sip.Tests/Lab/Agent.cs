using System.Net;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Sip.Tests.Lab;

/// <summary>Our side: an endpoint on loopback with free ports.</summary>
internal static class Agent
{
    private static readonly IPEndPoint Any = new(IPAddress.Loopback, 0);

    public static SipEndpointOptions Options(params TrunkOptions[] trunks) => new()
    {
        BindUdp = Any, BindTcp = Any, BindTls = Any, RtpPortFirst = 0, RtpPortLast = 0, Trunks = trunks,
        MinimumRing = TimeSpan.FromMilliseconds(1),
    };

    public static SipEndpoint Start(params TrunkOptions[] trunks) => Start(Options(trunks));

    public static SipEndpoint Start(SipEndpointOptions options) => new(options, TimeProvider.System, NullLoggerFactory.Instance);

    public static CallRequest To(string number) => new() { To = number, From = "+15550001000" };

    /// <summary>The end, at most 20 s from now.</summary>
    public static Task<CallEnd> EndAsync(this Call call, double seconds = 20) => call.Ended.WaitAsync(TimeSpan.FromSeconds(seconds));

    public static async Task AnsweredAsync(this Call call) =>
        (await call.Answered.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();

    /// <summary>All events up to the end.</summary>
    public static async Task<List<CallEvent>> EventsAsync(this Call call, double seconds = 20)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var all = new List<CallEvent>();
        await foreach (var item in call.Events.WithCancellation(limit.Token))
            all.Add(item);
        return all;
    }

    /// <summary>The next event of a kind.</summary>
    public static async Task<T> NextAsync<T>(this Call call, double seconds = 15)
        where T : CallEvent
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await foreach (var item in call.Events.WithCancellation(limit.Token))
            if (item is T wanted)
                return wanted;
        throw new InvalidOperationException($"the call ended without {typeof(T).Name}");
    }
}
