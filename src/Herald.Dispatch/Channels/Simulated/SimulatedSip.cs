using System.Globalization;
using Herald.Core.Deliveries;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>What a SIP status means, until the table of Core is here.</summary>
internal static class SimulatedSip
{
    public static (DeliveryResult Result, bool Declined, string? Diagnostics, string Reason) Outcome(int status)
    {
        var result = status switch
        {
            486 or 600 => DeliveryResult.Busy,
            603 or 607 => DeliveryResult.NoAnswer,
            404 or 410 or 484 or 485 or 604 => DeliveryResult.InvalidAddress,
            401 or 405 or 407 or 415 or 488 or 501 or 505 => DeliveryResult.NonRetriableError,
            _ => DeliveryResult.CallFailed,
        };
        var code = status.ToString(CultureInfo.InvariantCulture);
        return (result, status is 603 or 607, $$"""{"sip":{{code}}}""", $"The network ended the call with SIP status {code}.");
    }
}
