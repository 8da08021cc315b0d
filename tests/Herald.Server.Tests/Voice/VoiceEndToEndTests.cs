using System.Text.Json;
using Herald.Dispatch.Tests.Channels.Voice;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;
using Herald.Sip.Tests.Lab;
using Herald.Testing;

namespace Herald.Server.Tests.Voice;

/// <summary>A posted request rings a phone, the flow of the workstream speaks, the person presses a key, and the tables tell it all. The phone is baresip.</summary>
public sealed class VoiceEndToEndTests
{
    private const string Greeting = "Hello Ann. This is a reminder of your appointment at 10 A M.";
    private const string Question = "Press 1 to confirm. Press 2 to talk to us. If you want no more calls, press 9.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_person_confirms_an_appointment_on_the_phone(bool postgres)
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        await using var voice = await VoiceServer.StartAsync(phone, postgres ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() : null);
        await voice.PatchAsync(VoiceServer.Workstream, new { hrld_record = true, hrld_agent = "appointment" });
        using var client = await voice.Server.ClientAsync("supervisor");
        var delivery = await voice.CallAsync(client, new { AppointmentTime = "10 A M" });
        await phone.EventAsync("CALL_ESTABLISHED");
        // The flow speaks, asks, and waits six seconds; a key pressed in them is the answer.
        await HeardAsync(phone, Question);
        await phone.CommandAsync("sndcode", "1");
        await phone.EventAsync("CALL_CLOSED");
        var row = await client.EndAsync(delivery);

        (row.Text("msdyn_status"), row.Text("msdyn_result"), row.Text("hrld_reasoncode")).ShouldBe(("Complete", "LiveAnswer", "took_part"));
        row.Json.GetProperty("msdyn_speech_detected").GetBoolean().ShouldBeTrue();
        (row.Text("msdyn_from_address"), row.Text("msdyn_to_address")).ShouldBe((VoiceServer.OwnNumber, Phone.Number));
        string.CompareOrdinal(row.Text("msdyn_channel_sent_date_ms"), row.Text("msdyn_customer_connected_date_ms")).ShouldBeLessThan(0);
        string.CompareOrdinal(row.Text("msdyn_customer_connected_date_ms"), row.Text("msdyn_start_of_speech_timestamp_ms")).ShouldBeLessThan(0);
        row.Text("msdyn_call_id").ShouldNotBeEmpty();
        row.Text("msdyn_conversation_id").ShouldNotBeEmpty();
        using var told = JsonDocument.Parse(row.Text("msdyn_sip_diagnostics"));
        (told.RootElement.GetProperty("sip").GetInt32(), told.RootElement.GetProperty("trunk").GetString(), told.RootElement.GetProperty("verdict").GetString()).ShouldBe((200, "carrier", "person"));

        var attributes = await AttributesAsync(client, delivery);
        attributes[("Result", "appointmentConfirmed")].ShouldBe("yes");
        attributes[("Result", "answer")].ShouldBe("1");
        attributes[("Input", "AppointmentTime")].ShouldBe("10 A M");
        Phone.Likeness(phone.Heard(), await Phone.SayAsync(Greeting)).ShouldBeGreaterThan(0.8);
        Phone.Likeness(phone.Heard(), await Phone.SayAsync(Question)).ShouldBeGreaterThan(0.8);
        Directory.GetFiles(Path.Combine(voice.Server.Folder, "recordings"), $"{delivery}.wav", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var health = JsonDocument.Parse(await voice.Server.Anonymous.GetStringAsync("/health/ready")).RootElement;
        var channel = health.GetProperty("channels").EnumerateArray().Single(item => item.GetProperty("name").GetString() == "acme");
        (channel.GetProperty("type").GetString(), channel.GetProperty("up").GetBoolean()).ShouldBe(("Sip", true));
        channel.GetProperty("detail").GetString()!.ShouldStartWith("1 of 1 trunks up");
    }

    [Fact]
    public async Task A_message_is_left_on_the_machine_from_the_number_that_a_rule_shows()
    {
        await using var machine = await Phone.StartAsync(await Phone.MachineAsync());
        await using var voice = await VoiceServer.StartAsync(machine);
        var (number, planner, shown) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await voice.PatchAsync($"msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})", new { msdyn_answering_machine_action_type = 100000201, msdyn_answering_machine_message = "Dear {{FirstName}}, please call us back." });
        await voice.CreateAsync("msdyn_ocphonenumbers", new { msdyn_ocphonenumberid = number, msdyn_phonenumber = "+15550777" });
        await voice.CreateAsync("msdyn_proactive_engagement_planner_configs", new Dictionary<string, object>
        {
            ["msdyn_proactive_engagement_planner_configid"] = planner, ["msdyn_name"] = "Planner", ["msdyn_callerid_policy_type"] = 192350001,
            ["msdyn_proactive_engagement_config_id@odata.bind"] = $"/msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})",
        });
        await voice.CreateAsync("msdyn_planner_callerid_phone_numbers", new Dictionary<string, object>
        {
            ["msdyn_planner_callerid_phone_numberid"] = shown, ["msdyn_name"] = "North-west",
            ["msdyn_callerid_phone_numberid@odata.bind"] = $"/msdyn_ocphonenumbers({number})", ["msdyn_planner_configurationid@odata.bind"] = $"/msdyn_proactive_engagement_planner_configs({planner})",
        });
        await voice.CreateAsync("msdyn_planner_callerid_rules", new Dictionary<string, object>
        {
            ["msdyn_name"] = "WA", ["msdyn_rule_field"] = 192350100, ["msdyn_rule_condition"] = 192350001, ["msdyn_rule_value"] = "WA",
            ["msdyn_callerid_phone_numberid@odata.bind"] = $"/msdyn_planner_callerid_phone_numbers({shown})", ["msdyn_planner_configurationid@odata.bind"] = $"/msdyn_proactive_engagement_planner_configs({planner})",
        });
        using var client = await voice.Server.ClientAsync("supervisor");
        var row = await client.EndAsync(await voice.CallAsync(client, state: "WA"));
        (row.Text("msdyn_result"), row.Text("hrld_reasoncode"), row.Text("msdyn_from_address")).ShouldBe(("AnsweringMachine", "machine_message", "+15550777"));
        row.Text("msdyn_sip_diagnostics").ShouldContain("\"beep\":");
        await machine.EventAsync("CALL_CLOSED");
        Phone.Likeness(machine.Heard(), await Phone.SayAsync("Dear Ann, please call us back.")).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task Who_calls_back_and_presses_9_is_not_called_again()
    {
        await using var phone = await Phone.StartAsync([]);
        await using var voice = await VoiceServer.StartAsync(phone);
        await voice.PatchAsync(VoiceServer.Profile, new { hrld_inbound_agent = "appointment" });
        using var client = await voice.Server.ClientAsync("supervisor");
        // Settings are known within a second: until then the number is not ours.
        var closed = await DialAsync(phone, voice);
        await phone.CommandAsync("sndcode", "9");
        await closed;
        var consent = await client.ReadAsync($"msdynmkt_contactpointconsent4s?$filter={Uri.EscapeDataString($"msdynmkt_contactpointvalue eq '{Phone.Number}'")}");
        var row = consent.Json.GetProperty("value").EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("msdynmkt_value").GetInt32(), row.GetProperty("msdynmkt_contactpointtype").GetInt32()).ShouldBe((534120002, 534120003));
        var delivery = await client.EndAsync(await voice.CallAsync(client));
        (delivery.Text("msdyn_status"), delivery.Text("hrld_reasoncode")).ShouldBe(("Cancelled", "opted_out"));
    }

    /// <returns>Done when the call is over.</returns>
    private static async Task<Task> DialAsync(Baresip phone, VoiceServer voice)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            await phone.CommandAsync("dial", $"sip:{VoiceServer.OwnNumber}@127.0.0.1:{voice.SipPort}");
            var (established, closed) = (phone.EventAsync("CALL_ESTABLISHED"), phone.EventAsync("CALL_CLOSED"));
            if (await Task.WhenAny(established, closed) == established)
                return closed;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        throw new TimeoutException("Our number never took the call.");
    }

    /// <summary>Waits until the phone's own recording holds the text.</summary>
    private static async Task HeardAsync(Baresip phone, string text)
    {
        var said = await Phone.SayAsync(text);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (Phone.Likeness(phone.Hearing(), said) < 0.75)
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, limit.Token);
    }

    private static async Task<Dictionary<(string Type, string Keyword), string>> AttributesAsync(HttpClient client, Guid delivery)
    {
        var answer = await client.ReadAsync($"msdyn_proactive_delivery_attributes?$filter={Uri.EscapeDataString($"_msdyn_proactive_delivery_value eq {delivery}")}");
        return answer.Json.GetProperty("value").EnumerateArray().ToDictionary(
            row => (row.GetProperty("msdyn_type").GetInt32() == 700610001 ? "Result" : "Input", row.GetProperty("msdyn_keyword").GetString()!),
            row => row.GetProperty("msdyn_value").GetString() ?? "");
    }
}
