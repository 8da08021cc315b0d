using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Tests.Messages;

/// <summary>Builds messages from lines.</summary>
internal static class Wire
{
    /// <summary>An OPTIONS that is right in every way, with some rows replaced (by name) or added.</summary>
    public static string Request(string startLine = "OPTIONS sip:user@example.com SIP/2.0", params string[] rows)
    {
        var method = startLine.Split(' ')[0];
        var all = new List<string>
        {
            "Via: SIP/2.0/UDP host1.example.com;branch=z9hG4bK77ef4c",
            "Max-Forwards: 70",
            "From: <sip:caller@example.net>;tag=1928301774",
            "To: <sip:user@example.com>",
            "Call-ID: a84b4c76e66710@host1",
            "CSeq: 63104 " + method,
        };
        foreach (var row in rows)
        {
            var name = row.Split(':')[0] + ":";
            var at = all.FindIndex(item => item.StartsWith(name, StringComparison.Ordinal));
            if (at < 0)
                all.Add(row);
            else
                all[at] = row;
        }
        return startLine + "\r\n" + string.Join("\r\n", all) + "\r\n\r\n";
    }

    public static string Without(this string message, string name) =>
        string.Join("\r\n", message.Split("\r\n").Where(line => !line.StartsWith(name + ":", StringComparison.Ordinal)));

    public static ParseResult Parse(string text) => SipParser.Parse(Encoding.UTF8.GetBytes(text));

    public static T Good<T>(string text)
        where T : SipMessage
    {
        var result = Parse(text);
        result.Fault.ShouldBeNull();
        return result.Message.ShouldBeOfType<T>();
    }
}
