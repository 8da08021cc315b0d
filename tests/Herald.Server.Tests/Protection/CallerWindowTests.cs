using CsCheck;
using Herald.Server.Protection;

namespace Herald.Server.Tests.Protection;

public sealed class CallerWindowTests
{
    private static readonly ProtectionOptions Limits = new() { Enabled = true, Requests = 5, Execution = TimeSpan.FromSeconds(10), Concurrent = 2 };

    [Fact]
    public void The_sixth_request_waits_until_the_first_has_left_the_window()
    {
        var window = new CallerWindow();
        for (var second = 100; second < 105; second++)
            Run(window, second).Refused.ShouldBeFalse();
        var refused = window.Enter(110, Limits);
        refused.Code.ShouldBe("0x80072322");
        refused.RetryAfter.ShouldBe(100 + CallerWindow.Seconds - 110);
        Run(window, 110 + refused.RetryAfter).Refused.ShouldBeFalse();
        Run(window, 110 + refused.RetryAfter).Refused.ShouldBeTrue();
    }

    [Fact]
    public void Too_much_execution_time_is_refused_until_it_has_left_the_window()
    {
        var window = new CallerWindow();
        Run(window, 100, TimeSpan.FromSeconds(11));
        var refused = window.Enter(150, Limits);
        refused.Code.ShouldBe("0x80072321");
        Run(window, 150 + refused.RetryAfter).Refused.ShouldBeFalse();
    }

    [Fact]
    public void One_more_at_once_than_permitted_is_refused()
    {
        var window = new CallerWindow();
        window.Enter(1_000, Limits);
        window.Enter(1_000, Limits);
        window.Enter(1_000, Limits).Code.ShouldBe("0x80072326");
        window.Leave(1_000, TimeSpan.Zero);
        window.Enter(1_000, Limits).Refused.ShouldBeFalse();
    }

    [Fact]
    public void No_300_seconds_ever_hold_more_than_the_limit() => Gen.Int[0, 40].Array[1, 200].Sample(pauses =>
    {
        var window = new CallerWindow();
        var admitted = new List<long>();
        long now = 1_000;
        foreach (var pause in pauses)
        {
            now += pause;
            if (!Run(window, now).Refused)
                admitted.Add(now);
            // As a naive count would say it.
            admitted.Count(at => at > now - CallerWindow.Seconds).ShouldBeLessThanOrEqualTo(Limits.Requests);
        }
    });

    private static ProtectionVerdict Run(CallerWindow window, long second, TimeSpan took = default)
    {
        var verdict = window.Enter(second, Limits);
        if (!verdict.Refused)
            window.Leave(second, took);
        return verdict;
    }
}
