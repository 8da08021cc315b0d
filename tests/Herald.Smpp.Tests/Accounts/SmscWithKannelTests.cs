using Herald.Smpp.Tests.Smscs;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>The SMSC of these tests is ours in part: an independent client must find it an SMSC, or what our client is proven against is our own mistake.</summary>
public sealed class SmscWithKannelTests(NodeSmsc smsc) : IClassFixture<NodeSmsc>
{
    [Fact]
    public async Task Kannel_binds_sends_gets_its_receipts_refusals_and_messages()
    {
        await using var kannel = await Kannel.StartAsync(smsc);
        await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 1);

        (await kannel.SendAsync("15551230001", "hello {from} kannel")).ShouldStartWith("0: Accepted");
        (await kannel.SendAsync("15551230011", "refused")).ShouldStartWith("0: Accepted");
        (await kannel.SendAsync("1555123005", "not delivered")).ShouldStartWith("0: Accepted");
        (await kannel.SendAsync("15551230002", new string('ю', 100), unicode: true)).ShouldStartWith("0: Accepted");
        (await smsc.PostAsync("/mo", new { from = "15551239999", to = "15550001", text = "hi there" })).GetProperty("status").GetInt32().ShouldBe(0);

        // Kannel's words: 8 taken by the SMSC, 16 refused, 1 delivered, 2 not delivered.
        var notes = await NotesAsync(["dlr=8&to=15551230001", "dlr=1&to=15551230001", "dlr=16&to=15551230011", "dlr=2&to=1555123005", "dlr=1&to=15551230002", "mo="]);
        notes.ShouldContain(note => note.StartsWith("dlr=16", StringComparison.Ordinal) && note.Contains("0x0000000b", StringComparison.OrdinalIgnoreCase));
        notes.ShouldContain(note => note.StartsWith("mo=", StringComparison.Ordinal) && note.Contains("15551239999", StringComparison.Ordinal) && note.Contains("hi", StringComparison.Ordinal));
        var log = (await smsc.LogAsync()).EnumerateArray().ToList();
        log.ShouldContain(message => message.GetProperty("to").GetString() == "15551230001" && message.GetProperty("text").GetString() == "hello {from} kannel");
        var parts = log.Where(message => message.GetProperty("to").GetString() == "15551230002").ToList();
        parts.Count.ShouldBe(2);
        string.Concat(parts.OrderBy(part => part.GetProperty("udh").GetString()).Select(part => part.GetProperty("text").GetString())).ShouldBe(new string('ю', 100));
    }

    /// <summary>Asks until each is among the callbacks.</summary>
    private async Task<IReadOnlyList<string>> NotesAsync(string[] wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            List<string> notes = [.. (await smsc.NotesAsync()).EnumerateArray().Select(note => note.GetString()!)];
            if (wanted.All(start => notes.Exists(note => note.StartsWith(start, StringComparison.Ordinal))))
                return notes;
            patience.IsCancellationRequested.ShouldBeFalse(string.Join('\n', notes));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
