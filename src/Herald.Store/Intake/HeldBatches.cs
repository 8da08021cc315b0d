using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>What processes that died left of their bulk requests: closed ones are accepted and released, the others never happened.</summary>
internal sealed class HeldBatches(Readers readers, Writer writer)
{
    private const int StepRows = 2_000;

    private static readonly Command<long> Abandoned = new Command<long>("read_abandoned_batches").OneNumber("chain", chain => chain);

    public async Task ReleaseAsync(Guid batch, CancellationToken ct) => await StepsAsync(batch, true, ct);

    public async Task DropAsync(Guid batch, CancellationToken ct) => await StepsAsync(batch, false, ct);

    public async Task SettleAbandonedAsync(CancellationToken ct)
    {
        foreach (var (batch, closed) in await readers.QueryAsync(Abandoned, [writer.Chain.Chain], row => (row.Id(0), row.Flag(1)), ct))
            await StepsAsync(batch, closed, ct);
    }

    private async Task StepsAsync(Guid batch, bool release, CancellationToken ct)
    {
        while (await writer.WriteAsync(new HeldStep(batch, release, StepRows), ct) > 0)
        {
            // The next step takes its turn behind whoever waits.
        }
    }
}
