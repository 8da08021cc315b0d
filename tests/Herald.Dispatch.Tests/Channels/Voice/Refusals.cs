using System.Text;
using Herald.Core.Outcomes;
using Herald.Sip.Tests.Lab;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>A SIPp scenario that rings and then refuses with the code the called number ends in, with a cause of the network. SIPp wants each code written out.</summary>
internal sealed class Refusals : IDisposable
{
    /// <summary>Those of the contract's table, and some it does not name.</summary>
    public static readonly IReadOnlyList<int> Codes = [.. SipOutcomes.Table.Keys, 302, 403, 406, 606, 699];

    private readonly TempFolder folder = new();

    public Refusals() => File.WriteAllText(Scenario, Write());

    public string Scenario => folder["refuse.xml"];

    public void Dispose() => folder.Dispose();

    private static string Write()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<scenario name=\"refuse\">\n<recv request=\"INVITE\"><action>\n");
        foreach (var code in Codes)
            xml.Append($"<ereg regexp=\"{code}@\" search_in=\"hdr\" header=\"To:\" assign_to=\"c{code}\"/>\n");
        xml.Append("</action></recv>\n").Append(Answer("180 Ringing", "Contact: <sip:pstn@[local_ip]:[local_port]>\n"));
        foreach (var code in Codes)
            xml.Append($"<nop test=\"c{code}\" next=\"L{code}\"/>\n");
        foreach (var code in Codes)
            xml.Append($"<label id=\"L{code}\"/>\n").Append(Answer($"{code} Not this one", "Reason: Q.850;cause=31;text=\"Normal unspecified\"\n")).Append("<recv request=\"ACK\"/>\n<nop next=\"end\"/>\n");
        return xml.Append("<label id=\"end\"/>\n<nop/>\n</scenario>\n").ToString();
    }

    private static string Answer(string status, string rows) =>
        $"<send><![CDATA[\n\nSIP/2.0 {status}\n[last_Via:]\n[last_From:]\n[last_To:];tag=[pid]r[call_number]\n[last_Call-ID:]\n[last_CSeq:]\n{rows}Content-Length: 0\n\n]]></send>\n";
}
