using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

/// <summary>What arrives, to the handler; what the handler says, to the SMSC.</summary>
internal sealed partial class Arrivals
{
    private readonly SmppAccountOptions options;
    private readonly ISmppHandler handler;
    private readonly AccountCounters counters;
    private readonly ILogger logger;
    private readonly CancellationToken ending;
    private int handling;

    public Arrivals(SmppAccountOptions options, ISmppHandler handler, AccountCounters counters, TimeProvider time, ILogger logger, CancellationToken ending)
    {
        this.options = options;
        this.handler = handler;
        this.counters = counters;
        this.logger = logger;
        this.ending = ending;
        Parts = new Reassembly(time, HandleMessageAsync);
    }

    public Reassembly Parts { get; }

    public int Handling => Volatile.Read(ref handling);

    /// <summary>Completes with the status to answer; never throws.</summary>
    public async ValueTask<StatusCode> OnDeliveryAsync(Delivery delivery)
    {
        if (ReceiptParser.IsReceipt(delivery))
            return await HandleReceiptAsync(delivery) ? StatusCode.ESME_ROK : StatusCode.ESME_RX_T_APPN;
        var (key, number, total) = InboundDecoder.PlaceOf(delivery);
        if (total > 1)
            return await HandlePartAsync(delivery) ?? await Parts.AddAsync(delivery, key, number);
        return await HandleMessageAsync([delivery]) ? StatusCode.ESME_ROK : StatusCode.ESME_RX_T_APPN;
    }

    /// <returns>The answer; null: the handler keeps no parts.</returns>
    private async ValueTask<StatusCode?> HandlePartAsync(Delivery delivery)
    {
        var kept = false;
        var handled = await HandleAsync(async () => kept = await handler.PartAsync(InboundDecoder.PartOf(delivery), ending), () => { });
        return !handled ? StatusCode.ESME_RX_T_APPN : kept ? StatusCode.ESME_ROK : null;
    }

    private ValueTask<bool> HandleReceiptAsync(Delivery delivery)
    {
        var receipt = ReceiptParser.Parse(delivery, options.Receipts, options.Text.DefaultAlphabet);
        if (receipt is not null)
            return HandleAsync(() => handler.ReceiptAsync(receipt, ending), counters.Receipt);
        // Sent again it would name no message either: taken, and said.
        LogReceiptWithoutId(options.Name);
        return ValueTask.FromResult(true);
    }

    private ValueTask<bool> HandleMessageAsync(IReadOnlyList<Delivery?> parts)
    {
        var message = InboundDecoder.Join(parts, options.Text.DefaultAlphabet);
        return HandleAsync(() => handler.MessageAsync(message, ending), counters.Message);
    }

    private async ValueTask<bool> HandleAsync(Func<ValueTask> handle, Action count)
    {
        Interlocked.Increment(ref handling);
        try
        {
            await handle();
            count();
            return true;
        }
        catch (Exception e)
        {
            counters.HandlerFailed();
            LogHandlerFailed(options.Name, e);
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref handling);
        }
    }
}
