using Herald.Dispatch.Attempts;
using Herald.Dispatch.Settings;
using Herald.Dispatch.Slots;
using Herald.Dispatch.Telemetry;
using Herald.Store;

namespace Herald.Dispatch.Dispatching;

/// <summary>What all drivers of a process share.</summary>
/// <param name="Owner">Instance id of this process: the owner of every row it starts.</param>
internal sealed record DriverParts(
    IHeraldStore Store,
    SettingsCache Settings,
    SlotBook Slots,
    AttemptBook Attempts,
    BotFailureWatch Failures,
    HeraldMeter Meter,
    DispatchOptions Options,
    Guid Owner);
