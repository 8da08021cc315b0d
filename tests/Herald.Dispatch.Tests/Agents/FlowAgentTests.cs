using Herald.Core.Agents;
using Herald.Dispatch.Agents;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Agents;

public sealed class FlowAgentTests
{
    private static readonly AgentFlow Flow = new("f", "greet", new Dictionary<string, FlowStep>
    {
        ["greet"] = new FlowStep.Say("Hello {{FirstName}}, about {{topic}}.", "seen"),
        ["seen"] = new FlowStep.Set("greeted", "yes", "ask"),
        ["ask"] = new FlowStep.Ask("Confirm?", new Dictionary<string, string> { ["1"] = "thanks", ["2"] = "person", ["3"] = "pin" }) { Attribute = "answer", Otherwise = "bye" },
        ["pin"] = new FlowStep.Ask("Your number?", new Dictionary<string, string>()) { MostKeys = 6, Attribute = "pin", Next = "thanks", Otherwise = "bye" },
        ["thanks"] = new FlowStep.HangUp("You pressed {{answer}}."),
        ["person"] = new FlowStep.Transfer("One moment."),
        ["bye"] = new FlowStep.HangUp("Good bye."),
    })
    {
        OptOutKey = '9',
        OptOutText = "Never again, {{FirstName}}.",
    };

    [Fact]
    public async Task Texts_are_filled_from_inputs_and_from_results_so_far()
    {
        var (line, call) = (new ScriptedLine("", "1"), Calls.To("Ann", ("topic", "your order"), ("answer", "an input of that name")));
        (await Calls.TalkAsync(Flow, line, call)).ShouldBe(AgentEnd.HangUp);
        line.Heard.ShouldBe(["Hello Ann, about your order.", "Confirm?", "You pressed 1."]);
        call.Results.Snapshot().ShouldBe(new Dictionary<string, string> { ["greeted"] = "yes", ["answer"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_key_skips_a_statement_and_answers_nothing_else()
    {
        var (line, call) = (new ScriptedLine("11", "", ""), Calls.To());
        (await Calls.TalkAsync(Flow, line, call)).ShouldBe(AgentEnd.HangUp);
        line.Heard.ShouldBe(["Hello Ann, about .", "Confirm?", "Confirm?", "Good bye."]);
        call.Results.Snapshot().ShouldNotContainKey("answer");
    }

    [Theory]
    [InlineData("471100", "471100")]
    [InlineData("4711#", "4711")]
    [InlineData("4711", "4711")]
    [InlineData("4*1#23", "4*1")]
    public async Task Digits_end_by_their_number_by_hash_or_by_silence(string pressed, string kept)
    {
        var (line, call) = (new ScriptedLine("", "3", pressed), Calls.To());
        (await Calls.TalkAsync(Flow, line, call)).ShouldBe(AgentEnd.HangUp);
        call.Results.Snapshot()["pin"].ShouldBe(kept);
    }

    [Fact]
    public async Task A_hash_alone_is_no_answer_and_the_question_is_put_again()
    {
        var (line, call) = (new ScriptedLine("", "3", "#", "47#"), Calls.To());
        await Calls.TalkAsync(Flow, line, call);
        line.Heard.Count(text => text == "Your number?").ShouldBe(2);
        call.Results.Snapshot()["pin"].ShouldBe("47");
    }

    [Fact]
    public async Task A_hash_that_is_a_choice_is_a_key_as_any_other()
    {
        var flow = new AgentFlow("h", "ask", new Dictionary<string, FlowStep>
        {
            ["ask"] = new FlowStep.Ask("?", new Dictionary<string, string> { ["#"] = "yes", ["12#"] = "yes" }) { Attribute = "keys" },
            ["yes"] = new FlowStep.Set("hash", "yes", null),
        });
        foreach (var keys in new[] { "#", "12#" })
        {
            var call = Calls.To();
            await Calls.TalkAsync(flow, new ScriptedLine(keys), call);
            call.Results.Snapshot()["keys"].ShouldBe(keys);
        }
    }

    [Fact]
    public async Task The_time_out_begins_anew_with_each_key()
    {
        var time = new FakeTimeProvider();
        var (line, call) = (new ScriptedLine("", "3"), Calls.To());
        var talk = new FlowAgent(Flow, time).TalkAsync(line, call, line.Over);
        foreach (var key in "471108")
        {
            talk.IsCompleted.ShouldBeFalse();
            // 6 s would end the answer.
            time.Advance(TimeSpan.FromSeconds(5.9));
            line.Press(key);
            await UntilReadAsync(line);
        }

        (await talk.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(AgentEnd.HangUp);
        call.Results.Snapshot()["pin"].ShouldBe("471108");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("", "9")]
    [InlineData("", "3", "12349")]
    [InlineData("19")]
    [InlineData("", "", "", "9")]
    [InlineData("", "2", "9")]
    public async Task The_opt_out_key_counts_at_any_time(params string[] moves)
    {
        var line = new ScriptedLine(moves);
        (await Calls.TalkAsync(Flow, line, Calls.To())).ShouldBe(AgentEnd.OptOut);
        line.Heard[^1].ShouldBe("Never again, Ann.");
    }

    [Theory]
    [InlineData("9", ScriptedLine.HangsUp)]
    [InlineData("9", ScriptedLine.NoVoice)]
    [InlineData("19", ScriptedLine.HangsUp)]
    public async Task An_opt_out_counts_though_its_confirmation_is_not_heard(params string[] moves) =>
        (await Calls.TalkAsync(Flow, new ScriptedLine(moves), Calls.To())).ShouldBe(AgentEnd.OptOut);

    [Fact]
    public async Task Who_presses_the_opt_out_key_and_hangs_up_during_a_goodbye_is_not_called_again()
    {
        var flow = new AgentFlow("bye", "bye", new Dictionary<string, FlowStep> { ["bye"] = new FlowStep.HangUp("Good bye.") }) { OptOutKey = '9' };
        var line = new ScriptedLine(ScriptedLine.HangsUp);
        line.Press('9');
        (await Calls.TalkAsync(flow, line, Calls.To())).ShouldBe(AgentEnd.OptOut);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Who_hangs_up_leaves_the_results_so_far(int after)
    {
        string[] answers = ["", "3", "4711#"];
        var (line, call) = (new ScriptedLine([.. answers.Take(after), ScriptedLine.HangsUp]), Calls.To());
        await Should.ThrowAsync<OperationCanceledException>(() => Calls.TalkAsync(Flow, line, call));
        call.Results.Snapshot().Keys.ShouldBe(new[] { "greeted", "answer" }.Take(after), ignoreOrder: true);
    }

    [Fact]
    public async Task Who_hangs_up_while_an_answer_is_awaited_ends_the_talk()
    {
        var (line, call) = (new ScriptedLine("", "3"), Calls.To());
        var talk = new FlowAgent(Flow, new FakeTimeProvider()).TalkAsync(line, call, line.Over);
        talk.IsCompleted.ShouldBeFalse();
        line.HangUp();
        await Should.ThrowAsync<OperationCanceledException>(() => talk.WaitAsync(TimeSpan.FromSeconds(30)));
        call.Results.Snapshot()["answer"].ShouldBe("3");
    }

    [Fact]
    public async Task A_call_whose_keys_end_is_over_even_if_nobody_cancels()
    {
        var (line, call) = (new SilentLine(), Calls.To());
        await Should.ThrowAsync<OperationCanceledException>(() => new FlowAgent(Flow, new FakeTimeProvider()).TalkAsync(line, call, CancellationToken.None));
    }

    [Fact]
    public async Task A_voice_that_fails_is_the_agents_failure_and_results_stay()
    {
        var (line, call) = (new ScriptedLine("", ScriptedLine.NoVoice), Calls.To());
        await Should.ThrowAsync<AgentFailedException>(() => Calls.TalkAsync(Flow, line, call));
        call.Results.Snapshot()["greeted"].ShouldBe("yes");
    }

    [Fact]
    public async Task Who_walks_in_circles_through_a_menu_is_let_go()
    {
        var menu = new AgentFlow("m", "menu", new Dictionary<string, FlowStep> { ["menu"] = new FlowStep.Ask("?", new Dictionary<string, string> { ["1"] = "menu" }) });
        FlowChecks.Of(menu).ShouldBeEmpty();
        var line = new ScriptedLine([.. Enumerable.Repeat("1", 5_000)]);
        (await Calls.TalkAsync(menu, line, Calls.To())).ShouldBe(AgentEnd.HangUp);
        line.Heard.Count.ShouldBe(Talk.MostActions);
    }

    [Fact]
    public async Task Without_an_agent_there_is_a_greeting_that_opts_out_by_key()
    {
        FlowChecks.Of(Greeting.Flow).ShouldBeEmpty();
        (await Calls.TalkAsync(Greeting.Flow, new ScriptedLine("9"), Calls.To())).ShouldBe(AgentEnd.OptOut);
        (await Calls.TalkAsync(Greeting.Flow, new ScriptedLine(""), Calls.To())).ShouldBe(AgentEnd.HangUp);
    }

    [Fact]
    public async Task Long_values_are_cut_and_what_no_store_takes_is_left_out()
    {
        var call = Calls.To();
        call.Results.Set("long", new string('x', 3_999) + "😀");
        call.Results.Set("odd", "a\0b\ud800");
        call.Results.Snapshot().ShouldBe(new Dictionary<string, string> { ["long"] = new string('x', 3_999), ["odd"] = "ab\ufffd" }, ignoreOrder: true);
        await Task.CompletedTask;
    }

    private static async Task UntilReadAsync(ScriptedLine line)
    {
        while (line.Keys.Count > 0)
            await Task.Yield();
    }

    /// <summary>Says nothing; its keys are at their end.</summary>
    private sealed class SilentLine : ICallLine
    {
        public System.Threading.Channels.ChannelReader<char> Keys { get; } = Ended();

        public Task<bool> SpeakAsync(string text, bool keysStop, CancellationToken ct) => Task.FromResult(true);

        private static System.Threading.Channels.ChannelReader<char> Ended()
        {
            var keys = System.Threading.Channels.Channel.CreateUnbounded<char>();
            keys.Writer.Complete();
            return keys.Reader;
        }
    }
}
