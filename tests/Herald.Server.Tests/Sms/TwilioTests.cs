using System.Net;
using System.Text.Json;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Sms;

/// <summary>The REST sender and its webhooks; the provider's own library says what a request looks like and what a signature is.</summary>
public sealed class TwilioTests : IAsyncLifetime
{
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Public = "https://herald.example.com";

    private TwilioPeer peer = null!;
    private RunningServer server = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        peer = await TwilioPeer.StartAsync();
        server = await RunningServer.StartAsync(
            null,
            "--Herald:Channels:acme:Type", "Twilio",
            "--Herald:Channels:acme:AccountSid", Sid,
            "--Herald:Channels:acme:AuthToken", Token,
            "--Herald:Channels:acme:BaseUrl", peer.Url,
            "--Herald:Channels:acme:WebhookUrl", Public,
            "--Herald:Channels:acme:Timeout", "00:00:01",
            "--Herald:Engine:Tick", "00:00:00.1");
        using var administrator = await server.ClientAsync("administrator");
        await SmppAccount.UseAsync(administrator);
        client = await server.ClientAsync("supervisor");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await peer.DisposeAsync();
    }

    [Fact]
    public async Task Our_request_is_the_one_the_providers_own_client_makes()
    {
        await SendAsync("+15551230101");
        var ours = await TakenAsync("+15551230101");
        ours.Form["StatusCallback"].ShouldStartWith($"{Public}/webhooks/twilio/acme/status?delivery=");
        var validity = int.Parse(ours.Form["ValidityPeriod"], System.Globalization.CultureInfo.InvariantCulture);
        validity.ShouldBeInRange(1, 36_000);
        var message = JsonSerializer.Serialize(new { from = "+15550199", to = "+15551230199", body = "Your table is ready.", statusCallback = ours.Form["StatusCallback"], validityPeriod = validity });
        var answer = JsonDocument.Parse(await NodeClient.RunAsync("twilio-send.mjs", [peer.Url, Sid, Token, message])).RootElement;
        var theirs = await TakenAsync("+15551230199");
        // The peer's answers are such as the library reads.
        answer.GetProperty("sid").GetString().ShouldBe(theirs.Sid);
        ours.Path.ShouldBe(theirs.Path);
        ours.Authorization.ShouldBe(theirs.Authorization);
        ours.ContentType.ShouldBe(theirs.ContentType);
        ours.Accept.ShouldBe(theirs.Accept);
        var expected = theirs.Form.Select(pair => pair.Key == "To" ? ("To", "+15551230101") : (pair.Key, pair.Value));
        ours.Form.Select(pair => (pair.Key, pair.Value)).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("delivered", "", "Delivered")]
    [InlineData("undelivered", "30005", "NotDelivered")]
    public async Task A_signed_status_callback_ends_the_delivery(string status, string error, string result)
    {
        var delivery = await SendAsync("+15551230102");
        var sid = (await TakenAsync("+15551230102")).Sid;
        (await CallAsync("status", new() { ["MessageSid"] = sid, ["MessageStatus"] = "sent", ["AccountSid"] = Sid })).ShouldBe(HttpStatusCode.OK);
        (await CallAsync("status", new() { ["MessageSid"] = sid, ["MessageStatus"] = status, ["ErrorCode"] = error, ["AccountSid"] = Sid })).ShouldBe(HttpStatusCode.OK);
        var row = await client.EndAsync(delivery);
        row.Text("msdyn_result").ShouldBe(result);
        row.Text("msdyn_call_id").ShouldBe(sid);
        row.Text("msdyn_sip_diagnostics").ShouldContain(error.Length > 0 ? error : status);
    }

    [Fact]
    public async Task A_webhook_without_a_signature_that_holds_changes_nothing()
    {
        var delivery = await SendAsync("+15551230103");
        var sid = (await TakenAsync("+15551230103")).Sid;
        var form = new Dictionary<string, string> { ["MessageSid"] = sid, ["MessageStatus"] = "undelivered" };
        (await PostAsync("acme", "status", form, null)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("acme", "status", form, "bm90IGEgc2lnbmF0dXJl")).ShouldBe(HttpStatusCode.Forbidden);
        var signature = await SignAsync("status", form);
        form["MessageStatus"] = "failed";
        (await PostAsync("acme", "status", form, signature)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync("simulated", "status", form, signature)).ShouldBe(HttpStatusCode.NotFound);
        (await CallAsync("status", new() { ["MessageSid"] = sid, ["MessageStatus"] = "delivered" })).ShouldBe(HttpStatusCode.OK);
        (await client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Delivered");
    }

    [Fact]
    public async Task A_stop_by_webhook_cancels_what_is_queued()
    {
        var queued = await SendAsync("+15551230104", Requests.Tomorrow);
        (await CallAsync("inbound", new() { ["MessageSid"] = "SM1", ["From"] = "+15551230104", ["To"] = "+15550199", ["Body"] = "STOP é&=+ please", ["NumMedia"] = "0" })).ShouldBe(HttpStatusCode.OK);
        (await CallAsync("inbound", new() { ["MessageSid"] = "SM2", ["From"] = "+15551230104", ["To"] = "+15550199", ["Body"] = "stop", ["NumMedia"] = "0" })).ShouldBe(HttpStatusCode.OK);
        var row = await client.EndAsync(queued);
        row.Text("hrld_reasoncode").ShouldBe("opted_out");
        // The provider confirms by itself.
        peer.To("+15551230104").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+15551230011", "NotDelivered", "twilio_21211", 1)]
    [InlineData("+15551230500", "Unknown", "unanswered", 1)]
    [InlineData("+15551230999", "Unknown", "unanswered", 1)]
    public async Task Refusals_and_unclear_answers_end_the_delivery_and_are_never_sent_again(string number, string result, string code, int requests)
    {
        var row = await client.EndAsync(await SendAsync(number));
        row.Text("msdyn_result").ShouldBe(result);
        row.Text("hrld_reasoncode").ShouldBe(code);
        peer.To(number).Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_message_whose_answer_never_came_is_put_right_by_its_callback()
    {
        var delivery = await SendAsync("+15551230999");
        (await client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Unknown");
        var callback = new Uri((await TakenAsync("+15551230999")).Form["StatusCallback"]);
        var what = callback.PathAndQuery[(callback.PathAndQuery.LastIndexOf('/') + 1)..];
        (await CallAsync(what, new() { ["MessageSid"] = "SMlost", ["MessageStatus"] = "delivered" })).ShouldBe(HttpStatusCode.OK);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Answer row;
        do
            row = await client.ReadAsync($"msdyn_proactive_deliveries({delivery})");
        while (row.Text("msdyn_result") != "Delivered" && !bound.IsCancellationRequested);
        row.Text("msdyn_result").ShouldBe("Delivered");
        peer.To("+15551230999").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_callback_before_the_answer_that_never_comes_names_the_message()
    {
        var delivery = await SendAsync("+15551230999");
        var callback = new Uri((await TakenAsync("+15551230999")).Form["StatusCallback"]);
        var what = callback.PathAndQuery[(callback.PathAndQuery.LastIndexOf('/') + 1)..];
        (await CallAsync(what, new() { ["MessageSid"] = "SMearly", ["MessageStatus"] = "sent" })).ShouldBe(HttpStatusCode.OK);
        (await CallAsync(what, new() { ["MessageSid"] = "SMearly", ["MessageStatus"] = "undelivered", ["ErrorCode"] = "30003" })).ShouldBe(HttpStatusCode.OK);
        var row = await client.EndAsync(delivery);
        row.Text("msdyn_result").ShouldBe("NotDelivered");
        row.Text("msdyn_call_id").ShouldBe("SMearly");
    }

    [Fact]
    public async Task The_text_of_a_webhook_that_comes_twice_is_kept_once()
    {
        var form = new Dictionary<string, string> { ["MessageSid"] = "SMtwice", ["From"] = "+15551230777", ["To"] = "+15550199", ["Body"] = "Where are you?" };
        (await CallAsync("inbound", form)).ShouldBe(HttpStatusCode.OK);
        (await CallAsync("inbound", form)).ShouldBe(HttpStatusCode.OK);
        var texts = (await client.ReadAsync("hrld_conversationmessages?$filter=hrld_from eq '%2B15551230777'")).Body;
        JsonDocument.Parse(texts).RootElement.GetProperty("value").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_throttled_message_waits_and_is_sent()
    {
        var delivery = await SendAsync("+15551230429");
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (peer.To("+15551230429").Count < 3)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, bound.Token);
        var sid = peer.To("+15551230429")[^1].Sid;
        (await CallAsync("status", new() { ["MessageSid"] = sid, ["MessageStatus"] = "delivered" })).ShouldBe(HttpStatusCode.OK);
        (await client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Delivered");
        peer.To("+15551230429").Count.ShouldBe(3);
    }

    private async Task<Guid> SendAsync(string number, object? windows = null)
    {
        windows ??= new[] { new { Start = "2020-01-01T00:00:00Z", End = TimeProvider.System.GetUtcNow().AddHours(2).ToString("yyyy-MM-ddTHH:mm:ssZ") } };
        var answer = await client.PostAsync("CCaaS_CreateProactiveDelivery", SmppAccount.Request(number, windows: windows));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Id("DeliveryId");
    }

    private async Task<TwilioPeer.Request> TakenAsync(string number)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (peer.To(number).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, bound.Token);
        return peer.To(number)[0];
    }

    private async Task<HttpStatusCode> CallAsync(string what, Dictionary<string, string> form) => await PostAsync("acme", what, form, await SignAsync(what, form));

    private static Task<string> SignAsync(string what, Dictionary<string, string> form) =>
        NodeClient.RunAsync("twilio-sign.mjs", [Token, $"{Public}/webhooks/twilio/acme/{what}", JsonSerializer.Serialize(form)]);

    private async Task<HttpStatusCode> PostAsync(string channel, string what, Dictionary<string, string> form, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/twilio/{channel}/{what}") { Content = new FormUrlEncodedContent(form) };
        if (signature is not null)
            request.Headers.Add("X-Twilio-Signature", signature);
        using var answer = await server.Anonymous.SendAsync(request);
        return answer.StatusCode;
    }
}
