using Herald.Core.Deliveries;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Dispatching;
using Herald.Store;
using Herald.Store.Queue;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Opt-outs said on a call. What the person pressed cannot be asked for again, so it is written however long that takes.</summary>
internal sealed class CallOptOuts(IHeraldStore store, Drivers drivers, DurableWriter durable, TimeProvider time)
{
    public async Task KeepAsync(string number)
    {
        var now = time.GetCurrentInstant();
        await durable.UntilDoneAsync(ct => store.Facts.SetConsentAsync(Channel.Voice, number, true, ConsentSource.Internal, now, ct));
        drivers.LookAround();
    }
}
