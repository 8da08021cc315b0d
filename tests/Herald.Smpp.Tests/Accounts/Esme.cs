using Herald.Smpp.Accounts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>An account under test with its recorder.</summary>
internal sealed class Esme : IAsyncDisposable
{
    private Esme(SmppAccountOptions options, TimeProvider? time)
    {
        Account = new SmppAccount(options, Handler, time ?? TimeProvider.System, NullLogger<SmppAccount>.Instance);
        Account.Start();
    }

    public Recorder Handler { get; } = new();

    public SmppAccount Account { get; }

    public static Esme Down(int port, Action<SmppAccountOptions>? change = null, TimeProvider? time = null)
    {
        var options = new SmppAccountOptions
        {
            Host = "127.0.0.1",
            Port = port,
            SystemId = "esme",
            Password = "secret",
            ReconnectMinimum = TimeSpan.FromMilliseconds(20),
            ReconnectMaximum = TimeSpan.FromMilliseconds(100),
            ThrottleMinimum = TimeSpan.FromMilliseconds(20),
            ThrottleMaximum = TimeSpan.FromMilliseconds(200),
            StopTimeout = TimeSpan.FromSeconds(5),
        };
        change?.Invoke(options);
        return new Esme(options, time);
    }

    /// <summary>With all its binds up.</summary>
    public static async Task<Esme> UpAsync(int port, Action<SmppAccountOptions>? change = null, TimeProvider? time = null)
    {
        var esme = Down(port, change, time);
        await esme.Handler.UntilAsync(() => esme.Account.Status() is { } status && status.BindsUp == status.BindsWanted);
        return esme;
    }

    public Task<SubmitOutcome> SubmitAsync(string text = "hello", string to = "+15551230000", string from = "15550001", string reference = "r") =>
        Account.SubmitAsync(new OutboundMessage(reference, from, to, text)).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    public ValueTask DisposeAsync() => Account.DisposeAsync();
}
