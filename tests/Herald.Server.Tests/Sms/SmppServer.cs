using System.Text.Json;
using Herald.Server.Tests.Running;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Server.Tests.Sms;

/// <summary>The whole server on a real socket to an SMSC that is not ours.</summary>
public sealed class SmppServer : IAsyncLifetime
{
    public NodeSmsc Smsc { get; } = new();

    public RunningServer Server { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Smsc.InitializeAsync();
        Server = await RunningServer.StartAsync(null, SmppAccount.Arguments(Smsc.Port));
        using var administrator = await Server.ClientAsync("administrator");
        await SmppAccount.UseAsync(administrator);
        await SmppAccount.GiveTemplateAsync(administrator);
        Client = await Server.ClientAsync("supervisor");
    }

    /// <summary>Calm SMSC, new numbers.</summary>
    public async Task FreshAsync()
    {
        await Smsc.ResetAsync();
        await Smsc.BehaveAsync(new { answerIds = "hex", receiptIds = "dec" });
    }

    public async Task<Guid> SendAsync(string number, string message = "Your table is ready.", object? windows = null)
    {
        var answer = await Client.PostAsync("CCaaS_CreateProactiveDelivery", SmppAccount.Request(number, message, windows));
        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, answer.Body);
        return answer.Id("DeliveryId");
    }

    public async Task<IReadOnlyList<JsonElement>> SentToAsync(string number) =>
        [.. (await Smsc.LogAsync()).EnumerateArray().Where(message => message.GetProperty("to").GetString() == number.TrimStart('+'))];

    /// <summary>Asks until the table says so, at most 20 s.</summary>
    public async Task<Answer> UntilAsync(Guid delivery, Func<Answer, bool> holds)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var row = await Client.ReadAsync($"msdyn_proactive_deliveries({delivery})");
            if (holds(row))
                return row;
            bound.IsCancellationRequested.ShouldBeFalse(row.Body);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await Smsc.DisposeAsync();
    }
}
