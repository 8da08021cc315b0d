using Herald.Dispatch.Attempts;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Inbound;

/// <summary>Answers to submits that were given up. The end of the attempt may still be on its way to the store: they wait for it.</summary>
internal sealed partial class LateSubmitDesk(IHeraldStore store, DurableWriter durable, HeraldMeter meter, TimeProvider time, ILogger<LateSubmitDesk> log)
{
    // With the store away an end takes as long as that: a minute of looks at a store that answers is plenty.
    private const int Looks = 120;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    public void Take(LateSubmit answer) => _ = TakeAsync(answer);

    private async Task TakeAsync(LateSubmit answer)
    {
        try
        {
            var fate = LateSubmitFate.NotYet;
            for (var left = Looks; fate == LateSubmitFate.NotYet && left > 0; left--)
            {
                await durable.UntilDoneAsync(async ct => fate = await store.Receipts.TakeLateSubmitAsync(answer, ct));
                if (fate == LateSubmitFate.NotYet)
                    await Task.Delay(LookAgain, time);
            }

            if (fate != LateSubmitFate.Taken)
                return;
            meter.LateAnswer();
            Taken(answer.DeliveryId);
        }
        catch (Exception e)
        {
            Lost(answer.DeliveryId, e);
        }
    }

    [LoggerMessage(1511, LogLevel.Information, "Delivery {DeliveryId}, reported Unknown, was answered after all")]
    private partial void Taken(Guid deliveryId);

    [LoggerMessage(1512, LogLevel.Error, "The late answer to delivery {DeliveryId} is lost; it stays Unknown unless a receipt comes")]
    private partial void Lost(Guid deliveryId, Exception e);
}
