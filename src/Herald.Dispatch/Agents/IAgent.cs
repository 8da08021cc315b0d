namespace Herald.Dispatch.Agents;

/// <summary>What talks on an answered call: a flow file, or a program behind HTTP.</summary>
public interface IAgent
{
    /// <summary>Talks until it has nothing more to say.</summary>
    /// <param name="ct">Cancelled when the person hangs up or the process stops; results set by then count.</param>
    /// <returns><see cref="AgentEnd.OptOut"/> also when the call was over meanwhile: it was asked for and counts.</returns>
    /// <exception cref="AgentFailedException">It could not go on.</exception>
    /// <exception cref="OperationCanceledException">The call was over first.</exception>
    Task<AgentEnd> TalkAsync(ICallLine line, AgentCall call, CancellationToken ct);
}
