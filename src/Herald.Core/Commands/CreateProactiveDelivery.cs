using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The body of <c>CCaaS_CreateProactiveDelivery</c>: one task with 1–5 chained contacts.</summary>
public static class CreateProactiveDelivery
{
    /// <summary>Reads and checks the whole body; finds all faults, not the first.</summary>
    /// <param name="body">UTF-8 JSON as received.</param>
    public static Reading<DeliveryTask> Read(ReadOnlyMemory<byte> body, FindEngagement find, Instant now) =>
        throw new NotImplementedException();
}
