using System.Globalization;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>A voice channel at one moment in a sentence, for /health and the console.</summary>
internal static class VoiceStatus
{
    public static string Sentence(IReadOnlyList<TrunkState> trunks, SipStats stats, VoiceMeter meter, bool pausing)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{trunks.Count(trunk => trunk.Up)} of {trunks.Count} trunks up, {stats.Calls} calls, {meter.Rates.PerSecond:0.0} started a second, {Share(meter.Rates.AnswerRatio)} answered, {meter.Loss * 100:0.00} % of audio packets lost.");
        if (pausing)
            text += " Pausing because a trunk asked for it.";
        return trunks.Where(trunk => !trunk.Up).Aggregate(text, (sentence, trunk) => sentence + $" Trunk {trunk.Name} is down: {trunk.Detail}.");
    }

    private static string Share(double? ratio) => ratio is { } part ? string.Create(CultureInfo.InvariantCulture, $"{part * 100:0} %") : "none";
}
