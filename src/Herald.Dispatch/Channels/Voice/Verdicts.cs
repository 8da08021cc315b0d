using Herald.Core.Outcomes;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>What the line heard, in the words of the outcomes.</summary>
internal static class Verdicts
{
    public static LineVerdict Of(ProgressKind kind) => kind switch
    {
        ProgressKind.Person => LineVerdict.Person,
        ProgressKind.Machine or ProgressKind.Beep => LineVerdict.Machine,
        ProgressKind.Fax => LineVerdict.Fax,
        ProgressKind.Sit => LineVerdict.SpecialTones,
        ProgressKind.Busy => LineVerdict.BusyTone,
        ProgressKind.Silence => LineVerdict.Silence,
        _ => LineVerdict.Undecided,
    };
}
