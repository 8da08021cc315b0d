using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>
/// A request that waits for its answer. Who awaits it runs where it is completed: never under a lock, but in the read loop, and so
/// must not block (<see cref="AnswerBatch"/>).
/// </summary>
/// <param name="command">The request.</param>
/// <param name="position">Offset of its first octet in everything ever written to this connection: tells whether it left.</param>
/// <param name="sentAt">Timestamp of the time provider.</param>
/// <param name="reference">The caller's name for a message; empty for control requests.</param>
/// <param name="part">From 1.</param>
internal sealed class PendingRequest(CommandId command, long position, long sentAt, string reference, int part)
    : TaskCompletionSource<Answer>
{
    public CommandId Command => command;

    public long Position => position;

    public long SentAt => sentAt;

    public string Reference => reference;

    public int Part => part;
}
