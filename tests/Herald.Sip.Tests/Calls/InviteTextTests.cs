using Herald.Sip.Messages;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Calls;

/// <summary>What an INVITE of ours says, and what it cannot be made to say.</summary>
public sealed class InviteTextTests : IAsyncDisposable
{
    private readonly RawPeer peer = new();
    private readonly SipEndpoint endpoint;

    public InviteTextTests() => endpoint = Agent.Start(Agent.Options(peer.Trunk()) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });

    public async ValueTask DisposeAsync()
    {
        await peer.AnswerGoodbyesAsync(until: endpoint.DisposeAsync().AsTask());
        peer.Dispose();
    }

    [Fact]
    public async Task What_is_shown_is_what_was_asked()
    {
        _ = endpoint.Call(Agent.To("+15551112222") with { DisplayName = "Acme \"Care\"", Headers = new Dictionary<string, string> { ["X-Herald-Id"] = "42" } });
        var open = await peer.RequestAsync("INVITE");
        open.From!.Display.ShouldBe("Acme \\\"Care\\\"".Replace("\\", "", StringComparison.Ordinal));
        open.From.Uri!.User.ShouldBe("+15550001000");
        open.Headers["P-Asserted-Identity"]!.ShouldContain("sip:+15550001000@");
        open.Headers["X-Herald-Id"].ShouldBe("42");
        open.Headers["Privacy"].ShouldBeNull();

        _ = endpoint.Call(Agent.To("2") with { Anonymous = true });
        SipRequest hidden;
        do
            hidden = await peer.RequestAsync("INVITE");
        while (hidden.CallId == open.CallId);
        hidden.Headers["From"]!.ShouldStartWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
        hidden.Headers["Privacy"].ShouldBe("id");
        hidden.Headers["P-Asserted-Identity"]!.ShouldContain("sip:+15550001000@");
        hidden.Headers["Contact"]!.ShouldNotContain("15550001000");
    }

    [Theory]
    [InlineData("1\r\nX: y", "1", "X-A", "v")]
    [InlineData("1", "1\r\nX: y", "X-A", "v")]
    [InlineData("1", "1", "X-A", "v\r\nX: y")]
    [InlineData("1", "1", "Route", "<sip:evil>")]
    [InlineData("", "1", "X-A", "v")]
    [InlineData("sip:x@y?Route=z", "1", "X-A", "v")]
    [InlineData("sip:@y", "1", "X-A", "v")]
    [InlineData("1> <sip:2", "1", "X-A", "v")]
    public void Text_that_would_break_out_of_its_row_is_refused(string to, string from, string name, string value) =>
        Should.Throw<ArgumentException>(() => endpoint.Call(new CallRequest { To = to, From = from, Headers = new Dictionary<string, string> { [name] = value } }));
}
