using System.Globalization;
using Herald.Core.Agents;
using NodaTime;

namespace Herald.Dispatch.Agents;

/// <summary>One step of a flow file; the member that names its kind says the most important thing of it.</summary>
internal static class FlowStepReader
{
    private static readonly (string Name, Func<FlowMembers, FlowStep> Read)[] Kinds =
    [
        ("say", Say), ("ask", Ask), ("branch", Branch), ("set", Set), ("transfer", members => new FlowStep.Transfer(members.Text("transfer") ?? "")),
        ("hangUp", members => new FlowStep.HangUp(members.Text("hangUp") ?? "")),
    ];

    /// <summary>A step that cannot be read is a hang-up, so that others may lead to it while the faults are told.</summary>
    public static FlowStep Read(FlowMembers members)
    {
        var kinds = Kinds.Where(kind => members.Has(kind.Name)).ToList();
        if (kinds.Count != 1)
        {
            members.Fault("", $"A step has exactly one of {string.Join(", ", Kinds.Select(kind => kind.Name))}.");
            return new FlowStep.HangUp("");
        }

        var step = kinds[0].Read(members);
        members.NothingElse();
        return step;
    }

    private static FlowStep.Say Say(FlowMembers members) => new(members.Text("say") ?? "", members.Text("next"));

    private static FlowStep.Ask Ask(FlowMembers members) => new(members.Text("ask") ?? "", members.Texts("choices"))
    {
        MostKeys = members.Whole("keys", "It takes 1 to 32 keys.") ?? 1,
        Attribute = members.Text("attribute"),
        TimeOut = TimeOut(members),
        Tries = members.Whole("tries", "A question is put 1 to 5 times.") ?? 2,
        Next = members.Text("next"),
        Otherwise = members.Text("otherwise"),
    };

    private static FlowStep.Branch Branch(FlowMembers members) => new(members.Text("branch") ?? "", members.Texts("cases"), members.Text("otherwise"));

    private static FlowStep.Set Set(FlowMembers members) => new(members.Text("set") ?? "", members.Text("value") ?? "", members.Text("next"));

    private static Duration TimeOut(FlowMembers members)
    {
        const double Default = 6;
        var seconds = Default;
        if (members.Text("timeout") is { } text && !(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= 60))
        {
            members.Fault("timeout", "Its time-out is 1 to 60 seconds.");
            seconds = Default;
        }

        return Duration.FromSeconds(seconds);
    }
}
