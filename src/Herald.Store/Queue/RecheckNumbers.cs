using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An opt-out takes effect on everything queued for the number, on every engagement.</summary>
internal sealed class RecheckNumbers(IReadOnlyCollection<string> numbers, Instant now) : Change<bool>(Lane.Rest, numbers.Count, true)
{
    private static readonly ChangeKind Queued = ChangeKind.Of<RecheckNumbers>("recheck numbers", 4, Apply);

    private static readonly Command<(string Number, Instant Now)> Write = new Command<(string Number, Instant Now)>("recheck_numbers")
        .Text("number", row => row.Number)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Queued;

    private static void Apply(WriteContext context, IReadOnlyList<RecheckNumbers> changes)
    {
        foreach (var change in changes)
            context.Session.Run(Write, change.Numbered());
    }

    private IReadOnlyList<(string Number, Instant Now)> Numbered() => [.. numbers.Select(number => (number, now))];
}
