using Herald.Core.Deliveries;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>What became of a delivery that ended Unknown.</summary>
internal sealed record UnknownCorrection(Guid DeliveryId, DeliveryResult Result, Instant At, string? Diagnostics, string? ReasonCode, string? Reason)
{
    public static readonly Command<UnknownCorrection> Correct = new Command<UnknownCorrection>("correct_unknown")
        .Id("delivery", row => row.DeliveryId)
        .Number("result", row => (long)row.Result)
        .At("at", row => row.At)
        .Text("diagnostics", row => row.Diagnostics)
        .Text("reason_code", row => row.ReasonCode)
        .Text("reason", row => row.Reason);
}
