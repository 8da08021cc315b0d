using CsCheck;
using Herald.Core.Agents;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Tests.Agents;

public sealed class FlowTests
{
    /// <summary>An appointment reminder: greet by plan, ask, branch, transfer.</summary>
    private static readonly AgentFlow Reminder = new("reminder", "greet", new Dictionary<string, FlowStep>
    {
        ["greet"] = new FlowStep.Say("Hello {{FirstName}}.", "which"),
        ["which"] = new FlowStep.Branch("plan", new Dictionary<string, string> { ["gold"] = "person" }, "ask"),
        ["ask"] = new FlowStep.Ask("Press 1 to confirm, 2 to talk to us.", new Dictionary<string, string> { ["1"] = "note", ["2"] = "person" })
        {
            Attribute = "answer",
            Otherwise = "bye",
        },
        ["note"] = new FlowStep.Set("confirmed", "yes", "bye"),
        ["person"] = new FlowStep.Transfer("One moment."),
        ["bye"] = new FlowStep.HangUp("Good bye."),
    })
    {
        OptOutKey = '9',
        OptOutText = "We will not call again.",
    };

    [Fact]
    public void The_example_is_without_faults() => FlowChecks.Of(Reminder).ShouldBeEmpty();

    [Fact]
    public void A_confirmed_call()
    {
        var (state, actions) = Play(Reminder, new FlowEvent.Answered(), new FlowEvent.Done(), new FlowEvent.Keys("1"));
        actions.ShouldBe(
            [
                new FlowAction.Speak("Hello {{FirstName}}."),
                new FlowAction.Listen("Press 1 to confirm, 2 to talk to us.", 1, Duration.FromSeconds(6)),
                new FlowAction.HangUp("Good bye."),
            ]);
        state.Results.ShouldBe(new Dictionary<string, string> { ["answer"] = "1", ["confirmed"] = "yes" }, ignoreOrder: true);
        state.TookPart.ShouldBeTrue();
    }

    [Fact]
    public void Silence_and_wrong_keys_repeat_the_question_then_go_elsewhere()
    {
        var (state, actions) = Play(Reminder, new FlowEvent.Answered(), new FlowEvent.Done(), new FlowEvent.Silence(), new FlowEvent.Keys("7"));
        actions[^2].ShouldBeOfType<FlowAction.Listen>();
        actions[^1].ShouldBe(new FlowAction.HangUp("Good bye."));
        state.Results.ShouldBeEmpty();
    }

    [Fact]
    public void An_input_attribute_decides_a_branch_case_blind()
    {
        var (state, _) = FlowRun.Next(Reminder, FlowState.Start, new FlowEvent.Answered(), Contact.NoAttributes);
        FlowRun.Next(Reminder, state, new FlowEvent.Done(), new Dictionary<string, string> { ["plan"] = "Gold" }).Action
            .ShouldBe(new FlowAction.Transfer("One moment."));
    }

    [Fact]
    public void The_opt_out_key_works_at_any_time()
    {
        Play(Reminder, new FlowEvent.Answered(), new FlowEvent.Keys("9")).Actions[^1].ShouldBe(new FlowAction.OptOut("We will not call again."));
        Play(Reminder, new FlowEvent.Answered(), new FlowEvent.Done(), new FlowEvent.Keys("9")).Actions[^1].ShouldBe(new FlowAction.OptOut("We will not call again."));
    }

    [Fact]
    public void Digits_are_collected_without_choices()
    {
        var flow = new AgentFlow("pin", "ask", new Dictionary<string, FlowStep>
        {
            ["ask"] = new FlowStep.Ask("Your number?", new Dictionary<string, string>()) { MostKeys = 6, Attribute = "pin", Next = "bye" },
            ["bye"] = new FlowStep.HangUp(""),
        });
        FlowChecks.Of(flow).ShouldBeEmpty();
        var (state, actions) = Play(flow, new FlowEvent.Answered(), new FlowEvent.Keys("4711"));
        actions[0].ShouldBeOfType<FlowAction.Listen>().MostKeys.ShouldBe(6);
        state.Results["pin"].ShouldBe("4711");
    }

    [Fact]
    public void Every_fault_is_found()
    {
        var flow = Reminder with
        {
            Start = "nowhere",
            OptOutKey = 'x',
            Steps = new Dictionary<string, FlowStep>
            {
                ["say"] = new FlowStep.Say(" ", "gone"),
                ["ask"] = new FlowStep.Ask("?", new Dictionary<string, string> { ["a"] = "say" }) { MostKeys = 0, Tries = 9, TimeOut = Duration.Zero, Next = "say", Attribute = "" },
                ["branch"] = new FlowStep.Branch("", new Dictionary<string, string>(), null),
                ["set"] = new FlowStep.Set(new string('n', 101), new string('v', 4_001), null),
                ["transfer"] = new FlowStep.Transfer(new string('t', 2_001)),
            },
        };
        FlowChecks.Of(flow).GroupBy(fault => fault.Step).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<string, int> { [""] = 2, ["say"] = 2, ["ask"] = 6, ["branch"] = 2, ["set"] = 2, ["transfer"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void Choices_may_not_use_the_opt_out_key() =>
        FlowChecks.Of(Reminder with { OptOutKey = '2' }).ShouldHaveSingleItem().Step.ShouldBe("ask");

    [Fact]
    public void Steps_nobody_leads_to_and_circles_in_silence_are_faults()
    {
        var circle = new AgentFlow("c", "a", new Dictionary<string, FlowStep>
        {
            ["a"] = new FlowStep.Say("A", "b"),
            ["b"] = new FlowStep.Set("x", "1", "a"),
            ["lost"] = new FlowStep.HangUp(""),
        });
        FlowChecks.Of(circle).Select(fault => fault.Step).ShouldBe(["lost", "a"]);

        var menu = new Dictionary<string, FlowStep> { ["menu"] = new FlowStep.Ask("?", new Dictionary<string, string> { ["1"] = "menu" }) };
        FlowChecks.Of(new AgentFlow("m", "menu", menu)).ShouldBeEmpty();
        menu["menu"] = new FlowStep.Ask("?", new Dictionary<string, string> { ["1"] = "menu" }) { Otherwise = "menu" };
        FlowChecks.Of(new AgentFlow("m", "menu", menu)).ShouldHaveSingleItem();
    }

    [Fact]
    public void No_flow_checked_or_not_hangs_in_a_step() =>
        Gen.Select(Flows, Events).Sample((flow, events) =>
        {
            var state = FlowState.Start;
            foreach (var happened in events)
                (state, _) = FlowRun.Next(flow, state, happened, Contact.NoAttributes);
            if (FlowChecks.Of(flow).Count == 0)
                EndsBySilence(flow).ShouldBeTrue();
        });

    // In a flow without faults a silent person is let go.
    private static bool EndsBySilence(AgentFlow flow)
    {
        var (state, action) = FlowRun.Next(flow, FlowState.Start, new FlowEvent.Answered(), Contact.NoAttributes);
        for (var i = 0; i < 200; i++)
        {
            if (action is FlowAction.HangUp or FlowAction.Transfer or FlowAction.OptOut)
                return true;
            (state, action) = FlowRun.Next(flow, state, action is FlowAction.Speak ? new FlowEvent.Done() : new FlowEvent.Silence(), Contact.NoAttributes);
        }

        return false;
    }

    private static readonly Gen<string> Names = Gen.Int[0, 4].Select(i => ((char)('a' + i)).ToString());

    private static readonly Gen<FlowStep> Steps = Gen.OneOf(
        Names.Select(next => (FlowStep)new FlowStep.Say("x", next)),
        Gen.Select(Names, Names, (one, other) => (FlowStep)new FlowStep.Ask("?", new Dictionary<string, string> { ["1"] = one }) { Otherwise = other }),
        Gen.Select(Names, Names, (one, other) => (FlowStep)new FlowStep.Branch("v", new Dictionary<string, string> { ["1"] = one }, other)),
        Names.Select(next => (FlowStep)new FlowStep.Set("v", "1", next)),
        Gen.Const((FlowStep)new FlowStep.HangUp("")));

    private static readonly Gen<AgentFlow> Flows = Steps.Array[5].Select(steps =>
        new AgentFlow("f", "a", steps.Select((step, i) => (step, i)).ToDictionary(s => ((char)('a' + s.i)).ToString(), s => s.step)));

    private static readonly Gen<FlowEvent[]> Events = Gen.Int[0, 3].Select(kind => kind switch
    {
        0 => (FlowEvent)new FlowEvent.Answered(),
        1 => new FlowEvent.Done(),
        2 => new FlowEvent.Keys("1"),
        _ => new FlowEvent.Silence(),
    }).Array[1, 30];

    private static (FlowState State, List<FlowAction> Actions) Play(AgentFlow flow, params FlowEvent[] events)
    {
        var state = FlowState.Start;
        var actions = new List<FlowAction>();
        foreach (var happened in events)
        {
            (state, var action) = FlowRun.Next(flow, state, happened, Contact.NoAttributes);
            actions.Add(action);
        }

        return (state, actions);
    }
}
