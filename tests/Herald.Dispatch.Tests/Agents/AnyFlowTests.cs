using CsCheck;
using Herald.Core.Agents;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>Any checked flow, any person: the call ends, nothing is thrown but the end of the call, and the results are those the pure flow sets.</summary>
public sealed class AnyFlowTests
{
    [Fact]
    public void Any_checked_flow_ends_with_any_person_and_keeps_what_was_found_out()
    {
        var ran = 0;
        Gen.Select(Flows, Moves).Where((flow, _) => FlowChecks.Of(flow).Count == 0).Sample((flow, moves) =>
        {
            Interlocked.Increment(ref ran);
            var (line, call) = (new ScriptedLine(moves), Calls.To("Ann", ("v", "1")));
            AgentEnd? end = null;
            try
            {
                end = Calls.TalkAsync(flow, line, call).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                line.Over.IsCancellationRequested.ShouldBeTrue();
            }

            var expected = Expect(flow, moves, call.Inputs);
            end.ShouldBe(expected.End);
            call.Results.Snapshot().ShouldBe(expected.Results, ignoreOrder: true);
        }, iter: 3_000);
        ran.ShouldBe(3_000);
    }

    /// <summary>The same person against the pure flow.</summary>
    private static (AgentEnd? End, IReadOnlyDictionary<string, string> Results) Expect(AgentFlow flow, string[] moves, IReadOnlyDictionary<string, string> inputs)
    {
        var at = 0;
        var left = "";
        var state = FlowState.Start;
        FlowEvent happened = new FlowEvent.Answered();
        for (var actions = 0; actions < Talk.MostActions; actions++)
        {
            (state, var action) = FlowRun.Next(flow, state, happened, inputs);
            var final = action is FlowAction.HangUp or FlowAction.Transfer or FlowAction.OptOut;
            if (action is FlowAction.OptOut)
                return (AgentEnd.OptOut, state.Results);
            if (!final && OptsOut(left))
                return (AgentEnd.OptOut, state.Results);
            // Keys that came before a text are nothing; before the last one they are looked at behind it.
            if (!final)
                left = "";
            var move = TextOf(action).Length > 0 && at < moves.Length ? moves[at++] : "";
            if (move == ScriptedLine.HangsUp)
                return (OptsOut(left) ? AgentEnd.OptOut : null, state.Results);
            left += move;
            if (final)
                return (OptsOut(left) ? AgentEnd.OptOut : action is FlowAction.Transfer ? AgentEnd.Transfer : AgentEnd.HangUp, state.Results);
            (happened, left) = action is FlowAction.Listen listen ? Answer(listen, left) : left.Length > 0 ? (new FlowEvent.Keys(left[..1]), left[1..]) : (new FlowEvent.Done(), "");
            if (happened is FlowEvent.Keys keys && OptsOut(keys.Pressed))
                return (AgentEnd.OptOut, state.Results);
        }

        return (AgentEnd.HangUp, state.Results);

        bool OptsOut(string keys) => flow.OptOutKey is { } key && keys.Contains(key, StringComparison.Ordinal);

        (FlowEvent, string) Answer(FlowAction.Listen listen, string pressed)
        {
            var kept = "";
            for (var i = 0; i < pressed.Length; i++)
            {
                if (pressed[i] == '#' && flow.OptOutKey != '#' && !listen.HashIsKey)
                    return (new FlowEvent.Keys(kept), pressed[(i + 1)..]);
                kept += pressed[i];
                if (kept.Length == listen.MostKeys || pressed[i] == flow.OptOutKey)
                    return (new FlowEvent.Keys(kept), pressed[(i + 1)..]);
            }

            return (kept.Length == 0 ? new FlowEvent.Silence() : new FlowEvent.Keys(kept), "");
        }
    }

    private static string TextOf(FlowAction action) => action switch
    {
        FlowAction.Speak speak => speak.Text,
        FlowAction.Listen listen => listen.Text,
        FlowAction.HangUp hangUp => hangUp.Text,
        FlowAction.Transfer transfer => transfer.Text,
        FlowAction.OptOut optOut => optOut.Text,
        _ => "",
    };

    private static readonly Gen<string> Move = Gen.Frequency(
        (4, Gen.Const("")),
        (6, Gen.Char["12#*9"].Select(key => key.ToString())),
        (3, Gen.Char["12#*9"].Array[1, 4].Select(keys => new string(keys))),
        (1, Gen.Const(ScriptedLine.HangsUp)));

    private static readonly Gen<string[]> Moves = Move.Array[0, 12];

    private const int MostSteps = 6;

    /// <summary>A kind, two links and a small number; what the links mean depends on the step.</summary>
    private static readonly Gen<(int Kind, int One, int Other, int Few)> Raw = Gen.Select(Gen.Int[0, 7], Gen.Int[0, MostSteps], Gen.Int[0, MostSteps], Gen.Int[1, 4]);

    private static readonly Gen<AgentFlow> Flows = Gen.Select(Raw.Array[1, MostSteps], Gen.Bool).Select((raw, optOut) =>
    {
        var steps = raw.Select((step, i) => (Name: Name(i), Step: StepOf(step, i, raw.Length))).ToDictionary(step => step.Name, step => step.Step);
        var flow = new AgentFlow("f", "a", steps) { OptOutKey = optOut ? '9' : null, OptOutText = "o" };
        var lost = FlowChecks.Of(flow).Where(fault => fault.Message.StartsWith("No step leads", StringComparison.Ordinal)).Select(fault => fault.Step).ToHashSet();
        return flow with { Steps = steps.Where(step => !lost.Contains(step.Key)).ToDictionary() };
    });

    // In silence the way goes on to later steps or ends; an answer may lead anywhere.
    private static FlowStep StepOf((int Kind, int One, int Other, int Few) raw, int i, int steps)
    {
        var (one, other) = (Anywhere(raw.One), Later(raw.Other));
        return raw.Kind switch
        {
            0 => new FlowStep.Say("x {{FirstName}} {{v}}", other),
            1 => new FlowStep.Set("v", "2", other),
            2 => new FlowStep.Branch("v", new Dictionary<string, string> { ["1"] = Later(raw.One) ?? Name(steps - 1) }, other) is var branch && i < steps - 1 ? branch : new FlowStep.HangUp(""),
            3 => new FlowStep.Transfer("t"),
            4 => new FlowStep.HangUp("h"),
            5 => new FlowStep.Ask("?", new Dictionary<string, string>()) { Next = one, Otherwise = other, MostKeys = raw.Few, Attribute = "b" },
            _ => new FlowStep.Ask("?", new Dictionary<string, string> { ["1"] = one, ["2#"] = one, ["*"] = other ?? one }) { Otherwise = other, Tries = raw.Few, Attribute = "a" },
        };

        string Anywhere(int link) => Name(link % steps);

        string? Later(int link) => i + 1 + (link % (steps - i)) is var at && at < steps ? Name(at) : null;
    }

    private static string Name(int i) => ((char)('a' + i)).ToString();
}
