using Herald.Store.Consents;
using Herald.Store.Contacts;
using Herald.Store.Engines;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Pruning;
using Herald.Store.Queue;
using Herald.Store.Reporting;
using Herald.Store.Settings;
using Herald.Store.Users;
using Herald.Store.Writing;

namespace Herald.Store;

/// <summary>The roles of a store that is open.</summary>
internal sealed class OpenStore(Readers readers, Writer writer, IStoreEngine engine)
{
    public HeldBatches Held { get; } = new(readers, writer);

    public IIntakeStore Intake { get; } = new IntakeStore(readers, writer, new HeldBatches(readers, writer));

    public IQueueStore Queue { get; } = new QueueStore(readers, writer);

    public IReceiptStore Receipts { get; } = new ReceiptStore(readers, writer);

    public IBacklogStore Backlog { get; } = new BacklogStore(readers);

    public IConsentStore Consents { get; } = new ConsentStore(writer);

    public IFactStore Facts { get; } = new FactStore(readers, writer);

    public IInboundStore Inbound { get; } = new InboundStore(readers, writer);

    public ISettingsStore Settings { get; } = new SettingsStore(readers, writer);

    public ITaskReader Tasks { get; } = new TaskReader(readers);

    public IRowStore Rows { get; } = new RowStore(engine, writer);

    public IUserStore Users { get; } = new UserStore(readers, new RowStore(engine, writer));

    public IContactStore Contacts { get; } = new ContactStore(readers, writer);

    public IPruneStore Pruning { get; } = new PruneStore(writer);
}
