using Herald.Core.Commands;

namespace Herald.Core.Tests.Commands;

internal static class ReadingAssertions
{
    public static T ShouldBeAccepted<T>(this Reading<T> reading)
    {
        var faults = reading is Reading<T>.Refused refused ? string.Join('\n', refused.Faults) : "";
        faults.ShouldBe("");
        return reading.ShouldBeOfType<Reading<T>.Accepted>().Value;
    }

    public static IReadOnlyList<Fault> ShouldBeRefused<T>(this Reading<T> reading, int status = 400)
    {
        var refused = reading.ShouldBeOfType<Reading<T>.Refused>();
        refused.Faults.ShouldNotBeEmpty();
        refused.Status.ShouldBe(status, string.Join('\n', refused.Faults));
        return refused.Faults;
    }

    public static Fault ShouldHaveOneFault<T>(this Reading<T> reading, string code, string target, int status = 400)
    {
        var fault = reading.ShouldBeRefused(status).ShouldHaveSingleItem();
        (fault.Code, fault.Target).ShouldBe((code, target), fault.Message);
        return fault;
    }
}
