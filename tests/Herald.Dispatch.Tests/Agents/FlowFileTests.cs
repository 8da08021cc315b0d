using System.Text;
using CsCheck;
using Herald.Core.Agents;
using Herald.Dispatch.Agents;
using NodaTime;

namespace Herald.Dispatch.Tests.Agents;

public sealed class FlowFileTests
{
    private const string Good = """
        description: Every member once.
        start: greet
        optOut:
          key: 9
          text: Never again.
        steps:
          greet:
            say: >
              Hello {{FirstName}},
              good day.
            next: which
          which:
            branch: plan
            cases:
              gold: person
              yes: person
            otherwise: ask
          ask:
            ask: "Press 1 or 2."
            choices:
              1: note
              "2": person
            attribute: answer
            timeout: 7.5
            tries: 3
            otherwise: bye
          note:
            set: confirmed
            value: yes
            next: pin
          pin:
            ask: Your number?
            keys: 4
            attribute: pin
            next: bye
            otherwise: ~
          person:
            transfer: One moment.
          bye:
            hangUp:
        """;

    [Fact]
    public void Every_member_is_read()
    {
        var (flow, faults) = FlowFile.Read("all.yaml", Good);
        faults.ShouldBeEmpty();
        flow!.Name.ShouldBe("all");
        flow.Start.ShouldBe("greet");
        (flow.OptOutKey, flow.OptOutText).ShouldBe(('9', "Never again."));
        flow.Steps["greet"].ShouldBe(new FlowStep.Say("Hello {{FirstName}}, good day.\n", "which"));
        flow.Steps["which"].ShouldBeOfType<FlowStep.Branch>().Cases.ShouldBe(new Dictionary<string, string> { ["gold"] = "person", ["yes"] = "person" });
        var ask = flow.Steps["ask"].ShouldBeOfType<FlowStep.Ask>();
        ask.Choices.ShouldBe(new Dictionary<string, string> { ["1"] = "note", ["2"] = "person" });
        (ask.Attribute, ask.TimeOut, ask.Tries, ask.Otherwise).ShouldBe(("answer", Duration.FromSeconds(7.5), 3, "bye"));
        flow.Steps["note"].ShouldBe(new FlowStep.Set("confirmed", "yes", "pin"));
        var pin = flow.Steps["pin"].ShouldBeOfType<FlowStep.Ask>();
        (pin.MostKeys, pin.Next, pin.Otherwise).ShouldBe((4, "bye", null));
        flow.Steps["person"].ShouldBe(new FlowStep.Transfer("One moment."));
        flow.Steps["bye"].ShouldBe(new FlowStep.HangUp(""));
    }

    [Fact]
    public void All_faults_are_told_with_line_and_member()
    {
        var (flow, faults) = FlowFile.Read("bad.yaml", """
            strat: greet
            optOut:
              key: stop
            steps:
              greet:
                say: ""
                next: nowhere
              two:
                say: a
                ask: b
              ask:
                ask: Well {{?
                choices:
                  a: greet
                keys: many
                tries: 9
                timeout: soon
                colour: red
              list: [1, 2]
              branch:
                branch: plan
            """);
        flow.ShouldBeNull();
        faults.Select(fault => $"{fault.Line} {fault.Member}").ShouldBe(
            [
                "1 strat", "3 optOut.key", "6 steps.greet.say", "7 steps.greet.next", "8 steps.two", "12 steps.ask.ask", "13 steps.ask.choices", "15 steps.ask.keys", "16 steps.ask.tries",
                "17 steps.ask.timeout", "18 steps.ask.colour", "19 steps.list", "20 steps.branch.cases",
            ]);
        faults.ShouldAllBe(fault => fault.File == "bad.yaml" && fault.Message.Length > 10);
        faults[3].ToString().ShouldBe("bad.yaml:7 steps.greet.next: It leads to nowhere, which does not exist.");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("just words", 1)]
    [InlineData("- a\n- b", 1)]
    [InlineData("steps:\n  a: {hangUp: x}\n---\nsteps: {}", 1)]
    [InlineData("steps:\n  a:\n    hangUp: x\n  a:\n    hangUp: y", 4)]
    [InlineData("steps:\n\ta: b", 1)]
    [InlineData("steps: [", 2)]
    [InlineData("steps:\n  a: *nobody", 1)]
    [InlineData("steps: {}", 1)]
    public void What_is_no_flow_is_refused_with_its_line(string text, int line)
    {
        var (flow, faults) = FlowFile.Read("odd.yaml", text);
        flow.ShouldBeNull();
        faults.ShouldNotBeEmpty();
        faults[0].Line.ShouldBe(line);
    }

    [Fact]
    public void Unreachable_steps_and_endless_circles_are_told_where_they_stand()
    {
        FlowFile.Read("c.yaml", "steps:\n  a: {say: x, next: b}\n  b: {say: y, next: a}\n  lost: {hangUp: z}").Faults
            .Select(fault => (fault.Line, fault.Member)).ShouldBe([(2, "steps.a"), (4, "steps.lost")]);
    }

    [Fact]
    public void Brackets_without_end_and_aliases_that_multiply_are_harmless()
    {
        FlowFile.Read("deep.yaml", new string('[', 200_000)).Flow.ShouldBeNull();
        FlowFile.Read("deeper.yaml", string.Concat(Enumerable.Repeat("a: {", 60_000))).Flow.ShouldBeNull();
        FlowFile.Read("blocks.yaml", string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n"))).Flow.ShouldBeNull();
        var laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 40; i++)
            laughs.Append(null, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        FlowFile.Read("laughs.yaml", laughs.ToString()).Flow.ShouldBeNull();
        FlowFile.Read("self.yaml", "steps: &s\n  a: *s").Flow.ShouldBeNull();
        FlowFile.Read("long.yaml", new string('x', FlowFile.Longest + 1)).Faults.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whatever_the_text_it_is_a_checked_flow_or_has_faults() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 20], Gen.String[Gen.Char["abc:{}[]-&*!|>'\"%@ \n\t#,?~1\0é"], 0, 6]).Sample((at, cut, put) =>
        {
            var text = Good.Remove(at, Math.Min(cut, Good.Length - at)).Insert(at, put);
            var (flow, faults) = FlowFile.Read("any.yaml", text);
            (flow is null).ShouldBe(faults.Count > 0);
            if (flow is not null)
                FlowChecks.Of(flow).ShouldBeEmpty();
        }, iter: 20_000);
}
