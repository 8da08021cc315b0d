using Herald.Store.Engines;
using Herald.Store.Intake;
using Herald.Store.Log;

namespace Herald.Store.Writing;

/// <summary>The open transaction of the writer and its chain of log lines.</summary>
internal sealed record WriteContext(IWriterSession Session, LogChain Log, IntakeNumbers Intake, StoreEngine Engine);
