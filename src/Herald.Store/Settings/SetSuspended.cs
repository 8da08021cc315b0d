using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Settings;

/// <summary>The suspension row of an engagement, with its version. A start under way ends before it, a later one sees it.</summary>
internal sealed class SetSuspended(Guid engagement, bool suspended, SuspensionType type, Guid? by, Instant now) : Change<bool>(Lane.Rest, 1, false)
{
    private const int FirstType = 700610000;
    private static readonly ChangeKind Set = ChangeKind.Of<SetSuspended>("suspend", 1, Apply);

    private static readonly Command<SetSuspended> Write = new Command<SetSuspended>("set_suspended")
        .OneId("id", row => Guid.CreateVersion7(row.Now.ToDateTimeOffset()))
        .OneId("engagement", row => row.Engagement)
        .OneFlag("suspended", row => row.Suspended)
        .OneNumber("type", row => FirstType + (long)row.Type)
        .OneId("by", row => row.By)
        .OneAt("now", row => row.Now);

    private static readonly Command<SetSuspended> Version = new Command<SetSuspended>("version_suspension")
        .OneId("engagement", row => row.Engagement)
        .OneId("by", row => row.By)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Set;

    private Guid Engagement => engagement;

    private bool Suspended => suspended;

    private SuspensionType Type => type;

    private Guid? By => by;

    private Instant Now => now;

    private static void Apply(WriteContext context, IReadOnlyList<SetSuspended> changes)
    {
        // In one order, as starts take their side of the lock.
        foreach (var change in changes.OrderBy(change => change.Engagement))
        {
            change.Decided = context.Session.Run(Write, [change]) > 0;
            if (!change.Decided)
                continue;
            context.Session.Run(Version, [change]);
            SettingsVersion.Bump(context.Session);
        }
    }
}
