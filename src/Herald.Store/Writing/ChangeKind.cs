namespace Herald.Store.Writing;

/// <summary>How changes of one kind are written: all of a batch together.</summary>
/// <param name="Order">Within a transaction: lower first.</param>
/// <param name="Alone">One change a transaction.</param>
internal sealed record ChangeKind(string Name, int Order, Action<WriteContext, IReadOnlyList<Change>> Apply, bool Alone = false)
{
    public static ChangeKind Of<TChange>(string name, int order, Action<WriteContext, IReadOnlyList<TChange>> apply, bool alone = false)
        where TChange : Change =>
        new(name, order, (context, changes) => apply(context, [.. changes.Cast<TChange>()]), alone);
}
