using Herald.Core.Commands;
using Herald.Core.Deliveries;
using Herald.Server.Hosting.Seeding;
using Herald.Store;
using NodaTime;

namespace Herald.Server.Actions.Creating;

/// <summary>CCaaS_CreateProactiveVoiceDelivery: without a number of its own the call goes to the contact row's.</summary>
internal sealed class VoiceDeliveryReader(IHeraldStore store)
{
    private const string Numbers = """select "mobilephone", "telephone1", "telephone2" from "contact" where "id" = @id""";

    public async ValueTask<Reading<DeliveryTask>> ReadAsync(ReadOnlyMemory<byte> body, FindEngagement find, Instant now, CancellationToken ct) =>
        CreateProactiveVoiceDelivery.Read(body, find, now) switch
        {
            Reading<VoiceDelivery>.Refused refused => new Reading<DeliveryTask>.Refused(refused.Status, refused.Faults),
            Reading<VoiceDelivery>.Accepted { Value: { NumberFrom: { } contact } voice } => voice.With(await FindAsync(contact, ct)),
            Reading<VoiceDelivery>.Accepted accepted => new Reading<DeliveryTask>.Accepted(accepted.Value.Task),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<ContactNumbers?> FindAsync(Guid contact, CancellationToken ct)
    {
        await using var connection = await store.Rows.OpenReaderAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Numbers;
        Row.Bind(command, "id", Row.Stored(store.Engine, contact));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new ContactNumbers(Text(0), Text(1), Text(2)) : null;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
