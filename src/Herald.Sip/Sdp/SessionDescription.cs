using System.Globalization;
using System.Net;
using System.Text;

namespace Herald.Sip.Sdp;

/// <summary>The lines of RFC 8866 that an audio call uses; others are read over.</summary>
internal sealed record SessionDescription(IReadOnlyList<MediaLine> Media, IPAddress? Address, Direction? Direction)
{
    private const int MaxLines = 1_000;
    private const int MaxMedia = 16;

    /// <summary>Null when it is no session description, or names an unreadable address or media line.</summary>
    public static SessionDescription? Parse(ReadOnlySpan<byte> body)
    {
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        if (lines.Length is < 3 or > MaxLines || lines[0].TrimEnd('\r') != "v=0")
            return null;
        var media = new List<MediaLine>();
        IPAddress? address = null;
        Direction? direction = null;
        foreach (var raw in lines)
        {
            var line = raw.TrimEnd('\r');
            if (line.Length < 2 || line[1] != '=')
                continue;
            var value = line[2..];
            switch (line[0])
            {
                case 'm' when ReadMedia(value) is { } section && media.Count < MaxMedia:
                    media.Add(section);
                    break;
                case 'm':
                    return null;
                case 'c' when ReadAddress(value) is { } found:
                    if (media.Count > 0)
                        media[^1].Address = found;
                    else
                        address = found;
                    break;
                case 'c':
                    return null;
                case 'a' when media.Count > 0:
                    ReadAttribute(media[^1], value);
                    break;
                case 'a':
                    direction = DirectionWords.Parse(value) ?? direction;
                    break;
            }
        }
        return new(media, address, direction);
    }

    private static MediaLine? ReadMedia(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || !int.TryParse(words[1].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65_535)
            return null;
        var formats = new List<int>();
        foreach (var word in words.Skip(3).Take(64))
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var format) && format < 128)
                formats.Add(format);
        return new(words[0], port, words[2], formats) { Words = value };
    }

    private static IPAddress? ReadAddress(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 3 && words[0] == "IN" && IPAddress.TryParse(words[2].Split('/')[0], out var address) ? address : null;
    }

    private static void ReadAttribute(MediaLine section, string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            section.Direction = DirectionWords.Parse(value) ?? section.Direction;
            return;
        }
        var rest = value[(colon + 1)..].Trim();
        var gap = rest.IndexOf(' ', StringComparison.Ordinal);
        var first = gap < 0 ? rest : rest[..gap];
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return;
        if (value.StartsWith("rtcp:", StringComparison.Ordinal) && number is > 0 and <= 65_535)
            section.RtcpPort = number;
        else if (value.StartsWith("rtpmap:", StringComparison.Ordinal) && number < 128 && gap > 0)
            section.RtpMaps[number] = rest[(gap + 1)..].Trim().ToUpperInvariant();
    }
}
