using Herald.Core.Engagements;

namespace Herald.Dispatch.Slots;

/// <summary>What one engagement holds and wants of its profile's slots. Guarded by its <see cref="ProfileSlots"/>.</summary>
internal sealed class SlotLine(Guid engagementId)
{
    public Guid EngagementId { get; } = engagementId;
    public EngagementPriority Priority { get; set; }

    /// <summary>Ready rows are (or may be) left.</summary>
    public bool Hungry { get; set; }

    /// <summary>Most attempts up at once, those of other processes already taken off.</summary>
    public int Cap { get; set; }

    /// <summary>Given by sharing, not yet taken by a pass.</summary>
    public int Granted { get; set; }

    /// <summary>Taken by a pass that has not handed over yet.</summary>
    public int Held { get; set; }

    /// <summary>Handed over, end not yet durable.</summary>
    public int Running { get; set; }

    /// <summary>Tells the driver that a grant waits for it.</summary>
    public Action? Signal { get; set; }

    public int Want(int most) => Hungry ? Math.Clamp(Cap - Granted - Held - Running, 0, Math.Max(0, most - Granted - Held)) : 0;
}
