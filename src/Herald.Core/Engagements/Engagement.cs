using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>An engagement with everything it refers to, as one immutable value of one settings version.</summary>
public sealed record Engagement
{
    public required Guid Id { get; init; }
    public string Name { get; init; } = "";
    public required Channel Channel { get; init; }

    /// <summary>statecode Active. An inactive engagement accepts nothing (404) and attempts nothing; its tasks wait and expire.</summary>
    public bool Active { get; init; } = true;

    /// <summary>False for WhatsApp and for a type nobody knows: requests that name it are refused (400).</summary>
    public bool ChannelServed { get; init; } = true;

    /// <summary>Set when the row cannot be used (an impossible mode pair, a missing workstream): its tasks end Error <c>configuration</c>.</summary>
    public string? Unusable { get; init; }

    public DialMode DialMode { get; init; }
    public Leader? Leader { get; init; }
    public EngagementPriority Priority { get; init; } = EngagementPriority.Normal;
    public CallOrder CallOrder { get; init; }
    public RetryPriority RetryPriority { get; init; }
    public Guid? QueueId { get; init; }
    public bool IgnoreQueueHours { get; init; }

    /// <summary>Copilot: calls up at once, 1..500; null = 500.</summary>
    public int? MaxConcurrentCalls { get; init; }

    public BotFailureTreatment BotFailures { get; init; }

    /// <summary>Share of answered calls whose agent fails at which <see cref="BotFailureTreatment.Threshold"/> suspends, 0..100; null = 1.</summary>
    public int? BotFailurePercent { get; init; }

    public Duration FirstResponseTimeout { get; init; } = Duration.FromMinutes(5);
    public Duration RingTime { get; init; } = Duration.FromSeconds(30);
    public IReadOnlyList<string> Presets { get; init; } = [];

    public MachineTreatment Machines { get; init; } = MachineTreatment.None;

    /// <summary>SMS text with tokens; null = the request must bring a Message.</summary>
    public string? Template { get; init; }

    public Workstream? Workstream { get; init; }
    public OutboundProfile? Profile { get; init; }
    public PlannerSettings Planner { get; init; } = PlannerSettings.Default;
}
