using System.Data.Common;
using Herald.Store.Engines;

namespace Herald.Store.Writing;

/// <summary>Work of another room in the writer's transaction, alone in it.</summary>
internal abstract class OthersWork() : Change(Lane.Rest, 1)
{
    private static readonly ChangeKind Work = new("rows", 0, (_, _) => throw new NotSupportedException(), Alone: true);

    public override ChangeKind Kind => Work;

    public abstract void Apply(IWriterSession session);
}
