using System.Text.Json;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Sms;

/// <summary>From the request to the receipt, through the whole server and an SMSC that is not ours.</summary>
public sealed class SmppEndToEndTests(SmppServer rig) : IClassFixture<SmppServer>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await rig.FreshAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_is_delivered_when_its_receipt_says_so()
    {
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230101"));
        row.Text("msdyn_status").ShouldBe("Complete");
        row.Text("msdyn_result").ShouldBe("Delivered");
        row.Text("hrld_reasoncode").ShouldBeEmpty();
        row.Text("msdyn_sip_diagnostics").ShouldContain("Delivered");
        var sent = (await rig.SentToAsync("+15551230101")).ShouldHaveSingleItem();
        sent.GetProperty("text").GetString().ShouldBe("Your table is ready.");
        sent.GetProperty("from").GetString().ShouldBe("15550199");
        sent.GetProperty("fromTon").GetInt32().ShouldBe(1);
        row.Text("msdyn_call_id").ShouldBe(Convert.ToInt64(sent.GetProperty("id").GetString(), 16).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_message_is_not_delivered_when_its_receipt_says_so_and_the_code_is_kept()
    {
        var row = await rig.Client.EndAsync(await rig.SendAsync("+1555123005"));
        row.Text("msdyn_result").ShouldBe("NotDelivered");
        row.Text("msdyn_sip_diagnostics").ShouldContain("\"err\":\"034\"");
    }

    [Fact]
    public async Task A_number_the_provider_refuses_ends_with_its_status()
    {
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230011"));
        row.Text("msdyn_result").ShouldBe("NotDelivered");
        row.Text("hrld_reasoncode").ShouldBe("smpp_0x0000000B");
        row.Text("msdyn_sip_diagnostics").ShouldContain("ESME_RINVDSTADR");
    }

    [Fact]
    public async Task Every_part_of_a_long_message_is_receipted_before_it_counts_as_delivered()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 40));
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230102", text));
        row.Text("msdyn_result").ShouldBe("Delivered");
        (await rig.SentToAsync("+15551230102")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_too_long_for_the_account_is_not_sent()
    {
        // 15 parts; the account allows 10.
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230103", string.Concat(Enumerable.Repeat("\U0001F600", 500))));
        row.Text("hrld_reasoncode").ShouldBe("too_long");
        (await rig.SentToAsync("+15551230103")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_before_the_answer_and_a_second_receipt_change_nothing()
    {
        await rig.Smsc.BehaveAsync(new { dlrFirst = true, respDelayMs = 300, dlrCopies = 2 });
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230104"));
        row.Text("msdyn_result").ShouldBe("Delivered");
        (await rig.SentToAsync("+15551230104")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttled_messages_are_all_sent_once()
    {
        await rig.Smsc.BehaveAsync(new { busy = 15 });
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => rig.SendAsync($"+1555124{i:d4}2")));
        foreach (var delivery in deliveries)
            (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Delivered");
        var sent = (await rig.Smsc.LogAsync()).EnumerateArray().Select(message => message.GetProperty("to").GetString()).ToList();
        sent.Count.ShouldBe(30);
        sent.Distinct().Count().ShouldBe(30);
        (await rig.Smsc.StatsAsync()).GetProperty("throttled").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task A_submit_without_an_answer_is_unknown_and_never_sent_again()
    {
        await rig.Smsc.BehaveAsync(new { dropResp = true });
        var row = await rig.Client.EndAsync(await rig.SendAsync("+15551230105"));
        row.Text("msdyn_status").ShouldBe("Complete");
        row.Text("msdyn_result").ShouldBe("Unknown");
        row.Text("hrld_reasoncode").ShouldBe("unanswered");
        await rig.Smsc.BehaveAsync(new { dropResp = false });
        (await rig.Client.EndAsync(await rig.SendAsync("+15551230106"))).Text("msdyn_result").ShouldBe("Delivered");
        (await rig.SentToAsync("+15551230105")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_after_the_timeout_puts_the_delivery_right()
    {
        // The account waits 2 s; the receipt comes long before the answer.
        await rig.Smsc.BehaveAsync(new { respDelayMs = 4_000 });
        var delivery = await rig.SendAsync("+15551230120");
        (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Unknown");
        var row = await rig.UntilAsync(delivery, row => row.Text("msdyn_result") != "Unknown");
        row.Text("msdyn_result").ShouldBe("Delivered");
        row.Text("msdyn_call_id").ShouldNotBeEmpty();
        (await rig.SentToAsync("+15551230120")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_after_the_timeout_is_the_end_it_names()
    {
        await rig.Smsc.BehaveAsync(new { respDelayMs = 4_000, status = 0x0B });
        var delivery = await rig.SendAsync("+15551230121");
        (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Unknown");
        var row = await rig.UntilAsync(delivery, row => row.Text("msdyn_result") != "Unknown");
        row.Text("msdyn_result").ShouldBe("NotDelivered");
        row.Text("hrld_reasoncode").ShouldBe("smpp_0x0000000B");
    }

    [Fact]
    public async Task Pdus_in_pieces_and_garbage_lose_nothing()
    {
        await rig.Smsc.BehaveAsync(new { dripBytes = 3 });
        var delivery = await rig.SendAsync("+15551230122");
        (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Delivered");
        await rig.Smsc.BehaveAsync(new { garbage = "474554202F20485454502F312E310D0A" });
        (await rig.Client.EndAsync(await rig.SendAsync("+15551230123"))).Text("msdyn_result").ShouldBe("Unknown");
        (await rig.Client.EndAsync(await rig.SendAsync("+15551230124"))).Text("msdyn_result").ShouldBe("Delivered");
        (await rig.Smsc.LedgerAsync()).ShouldNotContainKey("15551230123");
    }

    [Fact]
    public async Task A_bind_that_drops_loses_nothing()
    {
        await rig.Smsc.BehaveAsync(new { dlrDelayMs = 500 });
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => rig.SendAsync($"+1555125{i:d4}2")));
        await rig.Smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() == 10);
        await rig.Smsc.PostAsync("/kick");
        var after = await rig.SendAsync("+15551230107");
        (await rig.Client.EndAsync(after)).Text("msdyn_result").ShouldBe("Delivered");
        foreach (var delivery in deliveries)
        {
            // Answered before the kick: its receipt comes on the new bind. Not answered: not known.
            (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBeOneOf("Delivered", "Unknown");
        }

        (await rig.Smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(11);
    }

    [Fact]
    public async Task The_validity_of_a_message_ends_with_its_window()
    {
        var end = TimeProvider.System.GetUtcNow().AddMinutes(30);
        var window = new { Start = end.AddHours(-1).ToString("yyyy-MM-ddTHH:mm:ssZ"), End = end.ToString("yyyy-MM-ddTHH:mm:ssZ") };
        await rig.Client.EndAsync(await rig.SendAsync("+15551230108", windows: new[] { window }));
        var sent = (await rig.SentToAsync("+15551230108")).ShouldHaveSingleItem();
        sent.GetProperty("validity").ToString().ShouldContain(end.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_stop_is_confirmed_once_and_cancels_what_is_queued()
    {
        const string number = "+15551230109";
        var queued = await rig.SendAsync(number, windows: Requests.Tomorrow);
        await rig.Client.EndAsync(await rig.SendAsync(number));
        var stop = new { from = number.TrimStart('+'), to = "15550199", text = "Stop, please!" };
        (await rig.Smsc.PostAsync("/mo", stop)).GetProperty("status").GetInt32().ShouldBe(0);
        (await rig.Smsc.PostAsync("/mo", stop)).GetProperty("status").GetInt32().ShouldBe(0);
        var row = await rig.Client.EndAsync(queued);
        row.Text("msdyn_status").ShouldBe("Cancelled");
        row.Text("hrld_reasoncode").ShouldBe("opted_out");
        // The question and one confirmation; a HELP after it is answered, so nothing else was under way.
        (await rig.Smsc.PostAsync("/mo", new { stop.from, stop.to, text = "help" })).GetProperty("status").GetInt32().ShouldBe(0);
        await rig.Smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() >= 3);
        var texts = (await rig.SentToAsync(number)).Select(message => message.GetProperty("text").GetString()!).ToList();
        texts.Count.ShouldBe(3);
        texts.Count(text => text.Contains("no more messages from this number", StringComparison.Ordinal)).ShouldBe(1);
        (await rig.Client.EndAsync(await rig.SendAsync(number))).Text("msdyn_result").ShouldBe("Cancelled");
    }

    [Fact]
    public async Task A_reply_in_time_opens_one_conversation_with_its_delivery()
    {
        const string number = "+15551230110";
        var delivery = await rig.SendAsync(number);
        (await rig.Client.EndAsync(delivery)).Text("msdyn_result").ShouldBe("Delivered");
        (await rig.Smsc.PostAsync("/mo", new { from = number.TrimStart('+'), to = "15550199", text = "Can we make it eight?" })).GetProperty("status").GetInt32().ShouldBe(0);
        var row = await rig.UntilAsync(delivery, row => row.Text("msdyn_conversation_id").Length > 0);
        // Two parts, one message; and a second reply is part of the same conversation.
        (await rig.Smsc.PostAsync("/mo", new { from = number.TrimStart('+'), to = "15550199", hex = "050003070202" + "78", esm = 0x40 })).GetProperty("status").GetInt32().ShouldBe(0);
        (await rig.Smsc.PostAsync("/mo", new { from = number.TrimStart('+'), to = "15550199", hex = "050003070201" + "78", esm = 0x40 })).GetProperty("status").GetInt32().ShouldBe(0);
        (await rig.Client.ReadAsync($"msdyn_proactive_deliveries({delivery})")).Text("msdyn_conversation_id").ShouldBe(row.Text("msdyn_conversation_id"));
        using var supervisor = await rig.Server.ClientAsync("supervisor");
        var conversation = await supervisor.ReadAsync($"msdyn_ocliveworkitems({row.Text("msdyn_conversation_id")})");
        conversation.Text("msdyn_title").ShouldBe($"{number}: Proactive Outbound");
        conversation.Text("_hrld_deliveryid_value").ShouldBe(delivery.ToString());
        var texts = JsonDocument.Parse((await supervisor.ReadAsync($"hrld_conversationmessages?$filter=_hrld_conversationid_value eq {row.Text("msdyn_conversation_id")}&$orderby=createdon")).Body).RootElement;
        texts.GetProperty("value").EnumerateArray().Select(text => text.GetProperty("hrld_text").GetString()).ShouldBe(["Can we make it eight?", "xx"]);
    }

    [Fact]
    public async Task A_stop_in_two_parts_is_understood()
    {
        const string number = "+15551230111";
        var queued = await rig.SendAsync(number, windows: Requests.Tomorrow);
        // "ST" and "OP", the second first; the SMSC gets the answer of the first part only when it is whole or two seconds old.
        await Task.WhenAll(
            rig.Smsc.PostAsync("/mo", new { from = number.TrimStart('+'), to = "15550199", hex = "050003090202" + "4F50", esm = 0x40 }),
            rig.Smsc.PostAsync("/mo", new { from = number.TrimStart('+'), to = "15550199", hex = "050003090201" + "5354", esm = 0x40 }));
        (await rig.Client.EndAsync(queued)).Text("hrld_reasoncode").ShouldBe("opted_out");
    }

    [Fact]
    public async Task Health_shows_the_account()
    {
        var health = JsonDocument.Parse(await rig.Server.Anonymous.GetStringAsync("/health/ready")).RootElement;
        var channel = health.GetProperty("channels").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "acme");
        channel.GetProperty("type").GetString().ShouldBe("Smpp");
        channel.GetProperty("up").GetBoolean().ShouldBeTrue();
        channel.GetProperty("detail").GetString().ShouldStartWith("1 of 1 binds up");
    }
}
