using Herald.Core.Agents;
using NodaTime;

namespace Herald.Dispatch.Agents;

/// <summary>What a workstream without an agent says.</summary>
internal static class Greeting
{
    public static readonly AgentFlow Flow = new("greeting", "greet", new Dictionary<string, FlowStep>
    {
        ["greet"] = new FlowStep.Ask("Hello {{FirstName}}. This is an automated call; there is nothing you need to do. If you want no more calls, press 9.", new Dictionary<string, string>())
        {
            TimeOut = Duration.FromSeconds(4),
            Tries = 1,
            Next = "bye",
            Otherwise = "bye",
        },
        ["bye"] = new FlowStep.HangUp("Thank you. Good bye."),
    })
    {
        OptOutKey = '9',
        OptOutText = "You will not be called again. Good bye.",
    };
}
