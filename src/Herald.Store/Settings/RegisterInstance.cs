using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Settings;

internal sealed class RegisterInstance(Guid instance, string address, Instant now) : Change<bool>(Lane.Rest, 1, true)
{
    private static readonly ChangeKind Register = ChangeKind.Of<RegisterInstance>("instance", 0, Apply);

    private static readonly Command<RegisterInstance> Write = new Command<RegisterInstance>("register_instance")
        .OneId("id", row => row.Instance)
        .OneText("address", row => row.Address)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Register;

    private Guid Instance => instance;

    private string Address => address;

    private Instant Now => now;

    private static void Apply(WriteContext context, IReadOnlyList<RegisterInstance> changes)
    {
        foreach (var change in changes)
            context.Session.Run(Write, [change]);
    }
}
