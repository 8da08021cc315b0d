using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Pruning;

internal sealed class PruneTasks(Instant before, int max) : Change<int>(Lane.Rest, max, 0)
{
    private static readonly ChangeKind Prune = ChangeKind.Of<PruneTasks>("prune tasks", 6, Apply);

    // Ids are UUIDv7: the primary key is the order of age, and open tasks older than the mark are few.
    private static readonly Command<PruneTasks> Find = new Command<PruneTasks>("find_ended_tasks")
        .OneId("end", row => FirstIdOf(row.Before))
        .OneAt("before", row => row.Before)
        .OneNumber("max", row => row.Rows);

    private static readonly Command<Guid> Delete = new Command<Guid>("delete_tasks").Id("task", id => id);

    public override ChangeKind Kind => Prune;

    private Instant Before => before;

    private static void Apply(WriteContext context, IReadOnlyList<PruneTasks> changes)
    {
        foreach (var change in changes)
        {
            var found = context.Session.Query(Find, [change], row => row.Id(0));
            context.Session.Run(Delete, found);
            change.Decided = found.Count;
        }
    }

    private static Guid FirstIdOf(Instant at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
