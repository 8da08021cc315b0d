using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Agents;

public sealed class HttpAgentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_whole_talk_goes_by_turns()
    {
        await using var peer = await AgentPeer.SayingAsync(
            """{"action":"speak","text":"Hello"}""",
            """{"action":"listen","text":"Your number?","keys":4,"timeoutSeconds":2,"set":{"greeted":true,"n":12.5,"none":null}}""",
            """{"action":"transfer","text":"One moment","set":{"pin":"4711"},"unknown":{"deep":[1]}}""");
        var (line, call) = (new ScriptedLine("", "4711"), Calls.To("Ann", ("topic", "bill\u0000\ud800")));
        using var agent = Agent(peer.Url);
        (await TalkAsync(agent, line, call)).ShouldBe(AgentEnd.Transfer);

        line.Heard.ShouldBe(["Hello", "Your number?", "One moment"]);
        call.Results.Snapshot().ShouldBe(new Dictionary<string, string> { ["greeted"] = "true", ["n"] = "12.5", ["none"] = "", ["pin"] = "4711" }, ignoreOrder: true);
        Enumerable.Range(0, 3).Select(turn => peer.Request(turn).GetProperty("event").GetString()).ShouldBe(["answered", "spoken", "keys"]);
        var last = peer.Request(2);
        last.GetProperty("callId").GetGuid().ShouldBe(call.Id);
        last.GetProperty("turn").GetInt32().ShouldBe(3);
        last.GetProperty("keys").GetString().ShouldBe("4711");
        last.GetProperty("direction").GetString().ShouldBe("outbound");
        last.GetProperty("language").GetString().ShouldBe("en-US");
        last.GetProperty("number").GetString().ShouldBe("+15550100");
        last.GetProperty("inputs").GetProperty("FirstName").GetString().ShouldBe("Ann");
        last.GetProperty("results").GetProperty("greeted").GetString().ShouldBe("true");
    }

    [Fact]
    public async Task Silence_and_skipping_keys_are_told()
    {
        await using var peer = await AgentPeer.SayingAsync("""{"action":"speak","text":"Hello"}""", """{"action":"listen","text":"?","timeoutSeconds":1}""");
        using var agent = Agent(peer.Url);
        (await TalkAsync(agent, new ScriptedLine("5"), Calls.To())).ShouldBe(AgentEnd.HangUp);
        Enumerable.Range(1, 2).Select(turn => peer.Request(turn).GetProperty("event").GetString()).ShouldBe(["keys", "silence"]);
    }

    [Fact]
    public async Task Requests_are_signed_over_their_time_and_body()
    {
        await using var peer = await AgentPeer.SayingAsync();
        using var agent = Agent(peer.Url, options => (options.Secret, options.Token) = ("a secret of enough length", "token-1"));
        await TalkAsync(agent, new ScriptedLine(), Calls.To());
        var (body, headers) = peer.Asked.Single();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes("a secret of enough length"), Encoding.UTF8.GetBytes($"{headers["X-Herald-Timestamp"]}.{body}"));
        headers["X-Herald-Signature"].ToString().ShouldBe($"sha256={Convert.ToHexStringLower(mac)}");
        headers.Authorization.ToString().ShouldBe("Bearer token-1");
        headers.ContentType.ToString().ShouldBe("application/json");
    }

    [Theory]
    [InlineData("""{"action":"sing","text":"x"}""", "action")]
    [InlineData("""{"action":"speak"}""", "text")]
    [InlineData("""{"action":"speak","text":7}""", "text")]
    [InlineData("""{"action":"listen","text":"x","keys":0}""", "keys")]
    [InlineData("""{"action":"listen","text":"x","keys":1.5}""", "keys")]
    [InlineData("""{"action":"listen","text":"x","timeoutSeconds":1e99}""", "timeoutSeconds")]
    [InlineData("""{"action":"hangUp","set":[]}""", "set")]
    [InlineData("""{"action":"hangUp","set":{"":"x"}}""", "set")]
    [InlineData("""{"action":"hangUp","set":{"a":{}}}""", "set")]
    [InlineData("""{"action":"speak","text":"\ud800"}""", "JSON")]
    [InlineData("""{"action":"hangUp","set":{"\ud800":"x"}}""", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("null", "object")]
    [InlineData("", "JSON")]
    [InlineData("<html>", "JSON")]
    public async Task An_answer_that_is_none_fails_the_agent_and_says_where(string answer, string named)
    {
        await using var peer = await AgentPeer.SayingAsync(answer);
        using var agent = Agent(peer.Url);
        (await FailureAsync(agent)).ShouldContain(named, Case.Sensitive);
        peer.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(404)]
    [InlineData(307)]
    [InlineData(204)]
    public async Task Any_other_status_fails_the_agent_and_nothing_is_sent_again(int status)
    {
        await using var peer = await AgentPeer.StartAsync((peer, context, _) =>
        {
            context.Response.Headers.Location = peer.Url.ToString();
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var agent = Agent(peer.Url);
        (await FailureAsync(agent)).ShouldContain($"answered {status}");
        peer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_slow_answer_fails_the_agent_after_its_time_out()
    {
        await using var peer = await AgentPeer.StartAsync((peer, _, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, peer.Ending.Token).ContinueWith(_ => { }, TaskScheduler.Default));
        using var agent = Agent(peer.Url, options => options.Timeout = TimeSpan.FromMilliseconds(300));
        (await FailureAsync(agent)).ShouldContain("no answer within 0.3 s");
        peer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_drips_without_end_fails_the_agent()
    {
        await using var peer = await AgentPeer.StartAsync(async (_, context, _) =>
        {
            var block = new byte[16_000];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        using var agent = Agent(peer.Url);
        (await FailureAsync(agent)).ShouldContain("more than 65536 bytes");
    }

    [Fact]
    public async Task Who_hangs_up_during_a_turn_ends_the_talk_at_once()
    {
        var asked = new TaskCompletionSource();
        await using var peer = await AgentPeer.StartAsync(async (peer, _, _) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, peer.Ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var agent = Agent(peer.Url, options => options.Timeout = TimeSpan.FromSeconds(30));
        var line = new ScriptedLine();
        var talk = agent.TalkAsync(line, Calls.To(), line.Over);
        await asked.Task.WaitAsync(Patience);
        line.HangUp();
        await Should.ThrowAsync<OperationCanceledException>(() => talk.WaitAsync(Patience));
    }

    [Fact]
    public async Task The_configured_opt_out_key_asks_nobody()
    {
        await using var peer = await AgentPeer.SayingAsync("""{"action":"speak","text":"Hello"}""");
        using var agent = Agent(peer.Url, options => (options.OptOutKey, options.OptOutText) = ("9", "Never again."));
        var line = new ScriptedLine("9");
        (await TalkAsync(agent, line, Calls.To())).ShouldBe(AgentEnd.OptOut);
        line.Heard.ShouldBe(["Hello", "Never again."]);
        peer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_that_wants_turns_without_end_has_failed()
    {
        await using var peer = await AgentPeer.StartAsync((_, context, _) => AgentPeer.AnswerAsync(context, """{"action":"speak","text":"and"}"""));
        using var agent = Agent(peer.Url, options => options.MostTurns = 7);
        (await FailureAsync(agent)).ShouldContain("more than 7 turns");
        peer.Asked.Count.ShouldBe(7);
    }

    [Fact]
    public async Task An_agent_that_sets_attributes_without_end_has_failed()
    {
        await using var peer = await AgentPeer.StartAsync((_, context, turn) => AgentPeer.AnswerAsync(context, $$"""{"action":"speak","text":"and","set": {"a{{turn}}":"1"} }"""));
        using var agent = Agent(peer.Url, options => options.MostTurns = 1_000);
        (await FailureAsync(agent)).ShouldContain("more than 100 attributes");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_asked_again_until_it_is_and_hears_the_turn_once()
    {
        var port = FreePort();
        using var agent = Agent(new Uri($"http://127.0.0.1:{port}/talk"), options => options.Timeout = TimeSpan.FromSeconds(30));
        var line = new ScriptedLine();
        var talk = agent.TalkAsync(line, Calls.To(), line.Over);
        await Task.WhenAny(talk, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System));
        talk.IsCompleted.ShouldBeFalse();
        await using var peer = await AgentPeer.StartAsync((_, context, _) => AgentPeer.AnswerAsync(context, """{"action":"hangUp","text":"There."}"""), port);
        (await talk.WaitAsync(Patience)).ShouldBe(AgentEnd.HangUp);
        peer.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_stays_away_fails_the_agent()
    {
        using var agent = Agent(new Uri($"http://127.0.0.1:{FreePort()}/talk"), options => options.Timeout = TimeSpan.FromMilliseconds(500));
        (await FailureAsync(agent)).ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_is_not_used_again()
    {
        await using var peer = await AgentPeer.StartAsync((_, context, turn) =>
        {
            if (turn == 0)
                return AgentPeer.AnswerAsync(context, """{"action":"speak","text":"Hello"}""");
            context.Abort();
            return Task.CompletedTask;
        });
        using var agent = Agent(peer.Url);
        (await FailureAsync(agent)).ShouldContain("the connection broke");
        peer.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public void All_mistakes_of_a_section_are_told()
    {
        new HttpAgentOptions { Url = new Uri("https://agents.example.net/talk") }.Faults("S", development: false).ShouldBeEmpty();
        new HttpAgentOptions { Url = new Uri("http://127.0.0.1:9/talk") }.Faults("S", development: false).ShouldBeEmpty();
        new HttpAgentOptions { Url = new Uri("http://agents.example.net/talk") }.Faults("S", development: true).ShouldBeEmpty();
        new HttpAgentOptions { Url = new Uri("http://agents.example.net/talk") }.Faults("S", development: false).Single().ShouldContain("https");
        new HttpAgentOptions { Secret = "short", Token = "a b", Timeout = TimeSpan.Zero, MostTurns = 0, MostBytes = 1, OptOutKey = "12", OptOutText = new string('x', 2_001) }
            .Faults("S", development: false).Count().ShouldBe(8);
        new HttpAgentOptions { Url = new Uri("ftp://x/") }.Faults("S", development: true).ShouldHaveSingleItem();
    }

    private static HttpAgent Agent(Uri url, Action<HttpAgentOptions>? with = null)
    {
        var options = new HttpAgentOptions { Url = url, Timeout = TimeSpan.FromSeconds(30) };
        with?.Invoke(options);
        return new HttpAgent("triage", options, TimeProvider.System);
    }

    private static Task<AgentEnd> TalkAsync(HttpAgent agent, ScriptedLine line, AgentCall call) => agent.TalkAsync(line, call, line.Over).WaitAsync(Patience);

    private static async Task<string> FailureAsync(HttpAgent agent)
    {
        var failed = await Should.ThrowAsync<AgentFailedException>(() => TalkAsync(agent, new ScriptedLine(), Calls.To()));
        failed.Message.ShouldStartWith("The agent triage failed: ");
        failed.Message.ShouldNotContain("+1555");
        return failed.Message;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
