using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Consents;

internal sealed class FailStalledUploads(Instant before, Instant now) : Change<bool>(Lane.Rest, 1, true)
{
    private const string Stopped = "The server stopped before the end of the file. What it had written is in force: send the file again.";

    private static readonly ChangeKind Stalled = ChangeKind.Of<FailStalledUploads>("stalled uploads", 9, Apply);

    private static readonly Command<FailStalledUploads> Write = new Command<FailStalledUploads>("fail_stalled_uploads")
        .OneText("error", _ => Stopped)
        .OneAt("before", row => row.Before)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Stalled;

    private Instant Before => before;
    private Instant Now => now;

    private static void Apply(WriteContext context, IReadOnlyList<FailStalledUploads> changes)
    {
        foreach (var change in changes)
            context.Session.Run(Write, [change]);
    }
}
