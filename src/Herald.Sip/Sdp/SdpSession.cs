using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Herald.Sip.Sdp;

/// <summary>Our side of one offer/answer exchange (RFC 3264): writes offers, answers theirs, reads their answer.</summary>
internal sealed class SdpSession(IPEndPoint local, IReadOnlyList<Codec> codecs, long id)
{
    /// <summary>The dynamic payload type we offer for telephone-event (RFC 4733); everybody's habit.</summary>
    public const int OfferedDtmf = 101;

    private int version;
    private string lastBody = "";

    public byte[] Offer(Direction direction = Direction.SendRecv) =>
        Write([AudioSection(codecs.Select(codec => ((int)codec, codec)), OfferedDtmf, direction)]);

    /// <summary>Reads the answer to our offer. Null = no common codec, or the media line refused.</summary>
    public MediaPlan? ReadAnswer(SessionDescription answer, Direction offered = Direction.SendRecv)
    {
        if (answer.Media.FirstOrDefault(IsAudio) is not { Port: > 0 } audio || Choose(audio) is not { } chosen)
            return null;
        var theirs = audio.Direction ?? answer.Direction ?? Direction.SendRecv;
        return Plan(answer, audio, chosen, theirs.Mirrored() & offered);
    }

    /// <summary>Answers their offer: the first codec of theirs that we speak. Null = 488.</summary>
    public (byte[] Body, MediaPlan Plan)? Answer(SessionDescription offer)
    {
        var index = offer.Media.ToList().FindIndex(line => IsAudio(line) && line.Port > 0 && Choose(line) is not null);
        if (index < 0)
            return null;
        var audio = offer.Media[index];
        var chosen = Choose(audio)!.Value;
        var theirs = audio.Direction ?? offer.Direction ?? Direction.SendRecv;
        var plan = Plan(offer, audio, chosen, theirs.Mirrored());
        if (plan is null)
            return null;
        var sections = offer.Media.Select((line, i) => i == index
            ? AudioSection([(chosen.PayloadType, chosen.Codec)], plan.DtmfPayload, plan.Ours)
            : Refused(line));
        return (Write(sections), plan);
    }

    private static bool IsAudio(MediaLine line) => line.Kind == "audio" && line.Protocol is "RTP/AVP" or "RTP/AVPF";

    private (int PayloadType, Codec Codec)? Choose(MediaLine audio)
    {
        foreach (var format in audio.Formats)
            if (CodecOf(audio, format) is { } codec && codecs.Contains(codec))
                return (format, codec);
        return null;
    }

    private static Codec? CodecOf(MediaLine audio, int format) =>
        audio.RtpMaps.GetValueOrDefault(format) switch
        {
            "PCMU/8000" or "PCMU/8000/1" => Codec.Pcmu,
            "PCMA/8000" or "PCMA/8000/1" => Codec.Pcma,
            null when format is 0 or 8 => (Codec)format, // static types need no rtpmap
            _ => null,
        };

    private static MediaPlan? Plan(SessionDescription description, MediaLine audio, (int PayloadType, Codec Codec) chosen, Direction ours)
    {
        if ((audio.Address ?? description.Address) is not { } address)
            return null;
        // 0.0.0.0 is the old way to say hold (RFC 3264 §8.4).
        if (address.Equals(IPAddress.Any))
            ours &= ~Direction.SendOnly;
        int? dtmf = null;
        foreach (var format in audio.Formats)
            if (audio.RtpMaps.GetValueOrDefault(format) == "TELEPHONE-EVENT/8000")
                dtmf ??= format;
        return new(chosen.Codec, chosen.PayloadType, dtmf, new(address, audio.Port), new(address, audio.RtcpPort ?? Math.Min(audio.Port + 1, 65_535)), ours);
    }

    private string AudioSection(IEnumerable<(int PayloadType, Codec Codec)> formats, int? dtmf, Direction direction)
    {
        var list = formats.ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"m=audio {local.Port} RTP/AVP {string.Join(' ', list.Select(format => format.PayloadType))}");
        if (dtmf is { } type)
            text.Append(CultureInfo.InvariantCulture, $" {type}");
        text.Append("\r\n");
        foreach (var (payload, codec) in list)
            text.Append(CultureInfo.InvariantCulture, $"a=rtpmap:{payload} {(codec == Codec.Pcma ? "PCMA" : "PCMU")}/8000\r\n");
        if (dtmf is { } events)
            text.Append(CultureInfo.InvariantCulture, $"a=rtpmap:{events} telephone-event/8000\r\na=fmtp:{events} 0-15\r\n");
        return text.Append("a=ptime:20\r\na=").Append(direction.Write()).Append("\r\n").ToString();
    }

    private static string Refused(MediaLine line)
    {
        var words = line.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words[1] = "0";
        return "m=" + string.Join(' ', words) + "\r\n";
    }

    private byte[] Write(IEnumerable<string> sections)
    {
        var body = string.Concat(sections);
        if (body != lastBody)
            version++; // the origin's version grows with each change, and only then (RFC 3264 §8)
        lastBody = body;
        var family = local.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"v=0\r\no=- {id} {version} IN {family} {local.Address}\r\ns=-\r\nc=IN {family} {local.Address}\r\nt=0 0\r\n{body}"));
    }
}
