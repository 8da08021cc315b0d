using System.CommandLine;
using Herald.Server.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Server.Cli.Demo;

/// <summary><c>herald demo</c>: a server of its own in a temporary folder, both published samples through real HTTP, and the life of each delivery to its end.</summary>
internal static class DemoVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Command Create()
    {
        var verb = new Command("demo", "Serves in a temporary folder, posts the documented voice and SMS samples and shows each delivery to its end");
        verb.SetAction((_, ct) => RunAsync(TimeProvider.System, ct));
        return verb;
    }

    private static async Task<int> RunAsync(TimeProvider time, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("herald-demo-");
        try
        {
            using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
            bounded.CancelAfter(Patience);
            return await ServeAsync(folder.FullName, time, bounded.Token) ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("The demo was stopped before both deliveries ended.");
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> ServeAsync(string folder, TimeProvider time, CancellationToken ct)
    {
        await using var app = HeraldHost.Build(
        [
            "--environment", "Development",
            "--urls", "http://127.0.0.1:0",
            "--Herald:DataDirectory", folder,
            "--Herald:DevelopmentHttps:Port", "0",
            "--Herald:StopTimeout", "2",
            "--Logging:LogLevel:Default", "Warning",
        ]);
        await app.StartAsync(ct);
        try
        {
            return await ShowAsync(app.Services.GetRequiredService<OrganizationAddress>().Url, folder, time, ct);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> ShowAsync(string url, string folder, TimeProvider time, CancellationToken ct)
    {
        Console.WriteLine($"Herald runs at {url}, in {folder}");
        using var client = await DemoClient.SignInAsync(url, ct);
        Console.WriteLine("Signed in as the development agent; posting the documented samples, their windows moved to now.");
        var now = time.GetCurrentInstant();
        DeliveryLife[] lives =
        [
            await client.PostAsync("voice", Samples.MovedTo(Samples.Voice, now), ct),
            await client.PostAsync("SMS", Samples.MovedTo(Samples.Sms, now), ct),
        ];
        await LifeView.ShowAsync(lives, client, time, ct);
        if (await client.ResultsAsync(lives[0].DeliveryId, ct) is { Count: > 0 } results)
            Console.WriteLine($"The agent of the call found out: {string.Join(", ", results)}");
        return lives.All(life => life.HasEnded);
    }
}
