using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Settings;

/// <summary>An engagement row as read; what it refers to is still ids.</summary>
internal sealed record EngagementRow(Engagement Engagement, Guid? WorkstreamId, bool KnownType)
{
    private const int FirstMode = 100000000;
    private const int FirstLeader = 100000100;
    private const int FirstMachineAction = 100000200;
    private const int FirstOrder = 700610000;
    private const int FirstTreatment = 192360000;
    private const int Sms = 100000001;

    public static EngagementRow Read(ISqlRow row)
    {
        var type = row.IntOrNull(2);
        var channel = type == Sms ? Channel.Sms : Channel.Voice;
        var engagement = new Engagement
        {
            Id = row.Id(0),
            Name = row.TextOrNull(1) ?? "",
            Channel = channel,
            DialMode = channel == Channel.Sms ? DialMode.Copilot : (DialMode)((row.IntOrNull(3) ?? FirstMode) - FirstMode),
            Leader = row.IntOrNull(4) is { } leader ? (Leader)(leader - FirstLeader) : null,
            QueueId = row.IdOrNull(6),
            Priority = (EngagementPriority)(row.IntOrNull(7) ?? (int)EngagementPriority.Normal),
            CallOrder = (CallOrder)((row.IntOrNull(8) ?? FirstOrder) - FirstOrder),
            RetryPriority = (RetryPriority)((row.IntOrNull(9) ?? FirstOrder) - FirstOrder),
            IgnoreQueueHours = row.FlagOrNull(10) == true,
            MaxConcurrentCalls = row.IntOrNull(11),
            FirstResponseTimeout = Duration.FromMinutes(row.IntOrNull(12) ?? 5),
            Presets = SettingText.List(row.TextOrNull(13)),
            RingTime = Duration.FromSeconds(row.IntOrNull(14) ?? 30),
            Active = row.Number(15) == 0,
            BotFailures = (BotFailureTreatment)((row.IntOrNull(16) ?? FirstTreatment) - FirstTreatment),
            BotFailurePercent = row.IntOrNull(17),
            ChannelServed = type is FirstMode or Sms,
            Machines = new MachineTreatment(
                row.IntOrNull(18) is { } action ? (MachineAction)(action - FirstMachineAction) : null,
                row.TextOrNull(19),
                row.IntOrNull(20) is { } seconds ? Duration.FromSeconds(seconds) : null),
        };
        return new EngagementRow(engagement, row.IdOrNull(5), type is FirstMode or Sms);
    }

    /// <summary>Why its tasks end Error <c>configuration</c>; null when it can be used.</summary>
    public static string? Fault(Engagement engagement, bool knownType)
    {
        if (!knownType)
            return "The engagement's type is not one that can be attempted: choose Voice or SMS.";
        if (engagement.Workstream is null)
            return "The engagement's workstream is missing or inactive.";
        return engagement.Channel == Channel.Sms || Pair(engagement.DialMode, engagement.Leader)
            ? null
            : "Dial mode and engagement type do not go together: Copilot is BotLed, Preview is CSRLed.";
    }

    // An unset leader is the mode's own.
    private static bool Pair(DialMode mode, Leader? leader) => mode switch
    {
        DialMode.Copilot => leader is null or Leader.Bot,
        DialMode.Preview => leader is null or Leader.Representative,
        DialMode.Progressive or DialMode.Predictive => true,
        _ => false,
    };
}
