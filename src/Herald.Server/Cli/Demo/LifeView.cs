using System.Globalization;
using Spectre.Console;

namespace Herald.Server.Cli.Demo;

/// <summary>The deliveries' lives until all have ended: a live table on a terminal, plain lines elsewhere.</summary>
internal static class LifeView
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Task ShowAsync(IReadOnlyList<DeliveryLife> lives, DemoClient client, TimeProvider time, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return FollowAsync(lives, client, time, life => Console.WriteLine(Line(life, time.GetElapsedTime(started))), () => { }, ct);
        return AnsiConsole.Live(Draw(lives, [])).StartAsync(display =>
        {
            var history = new List<string>();
            return FollowAsync(
                lives,
                client,
                time,
                life => history.Add(Line(life, time.GetElapsedTime(started))),
                () => display.UpdateTarget(Draw(lives, history)),
                ct);
        });
    }

    private static async Task FollowAsync(IReadOnlyList<DeliveryLife> lives, DemoClient client, TimeProvider time, Action<DeliveryLife> changed, Action looked, CancellationToken ct)
    {
        foreach (var life in lives)
            changed(life);
        while (true)
        {
            foreach (var life in lives.Where(life => !life.HasEnded))
            {
                if (await client.LookAsync(life, ct))
                    changed(life);
            }

            looked();
            if (lives.All(life => life.HasEnded))
                return;
            await Task.Delay(Pause, time, ct);
        }
    }

    private static string Line(DeliveryLife life, TimeSpan after) => string.Create(
        CultureInfo.InvariantCulture,
        $"{after.TotalSeconds,6:0.0} s  {life.Channel,-5} {life.DeliveryId}  {life.Status} {life.Result} {(life.Reason.Length > 0 ? $"({life.Reason})" : "")}").TrimEnd();

    private static Rows Draw(IReadOnlyList<DeliveryLife> lives, List<string> history)
    {
        var table = new Table().AddColumns("channel", "delivery", "status", "result", "why");
        foreach (var life in lives)
            table.AddRow(Cell(life.Channel), Cell(life.DeliveryId.ToString()), Cell(life.Status), Cell(life.Result), Cell(life.Reason));
        return new Rows(table, new Text(string.Join('\n', history)));
    }

    private static Text Cell(string text) => new(text);
}
