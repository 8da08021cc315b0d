using Herald.Core.Deliveries;
using Herald.Store.Statements;

namespace Herald.Store.Log;

/// <summary>What every line says of its attempt; the statements that move a row return it.</summary>
internal sealed record LogFacts(Guid DeliveryId, Guid TaskId, Guid EngagementId, Channel Channel, int Sequence, int Loop, int Contact, PhoneType Phone, string Number)
{
    /// <summary>Of <c>id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address</c>.</summary>
    public static LogFacts Read(ISqlRow row) => new(
        row.Id(0), row.Id(1), row.Id(2), (Channel)row.Int(3), row.Int(4), row.Int(5), row.Int(6), (PhoneType)row.Int(7), row.Text(8));
}
