using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transports;

namespace Herald.Sip.Transactions;

/// <summary>Running transactions by key. Used on the loop only.</summary>
internal sealed class TransactionLayer(SignalLoop loop, TransportLayer transport, SipTimers timers)
{
    /// <summary>Server transactions held at once; above it requests are answered 503 without state.</summary>
    public const int MaxServers = 20_000;

    private readonly Dictionary<string, ClientTransaction> clients = [];
    private readonly Dictionary<string, ServerTransaction> servers = [];

    public SignalLoop Loop => loop;

    public TransportLayer Transport => transport;

    public SipTimers Timers => timers;

    public int Clients => clients.Count;

    /// <summary>Client transactions without a final answer.</summary>
    public int Waiting => clients.Values.Count(client => client.State is TransactionState.Calling or TransactionState.Trying or TransactionState.Proceeding);

    public int Servers => servers.Count;

    /// <summary>Sends a request that already has its Via.</summary>
    public ClientTransaction Start(SipRequest request, Hop hop, Action<SipResponse> answered, Action<TransactionFailure> failed)
    {
        var transaction = new ClientTransaction(this, request, hop, answered, failed);
        clients[transaction.Key] = transaction;
        transaction.Start();
        return transaction;
    }

    /// <summary>False when the response belongs to nothing we sent.</summary>
    public bool TryTake(SipResponse response)
    {
        if (response.TopVia?.Branch is not { } branch
            || !clients.TryGetValue(ClientTransaction.KeyOf(branch, response.CSeq!.Value.Method), out var transaction))
            return false;
        transaction.OnResponse(response);
        return true;
    }

    /// <summary>The INVITE transaction that an ACK or CANCEL names, or the one that a repeated request repeats.</summary>
    public ServerTransaction? Find(SipRequest request, string method) =>
        servers.GetValueOrDefault(ServerTransaction.KeyOf(request, method));

    /// <summary>Null when the table is full.</summary>
    public ServerTransaction? Accept(SipRequest request, Inbound inbound)
    {
        if (servers.Count >= MaxServers)
            return null;
        var transaction = new ServerTransaction(this, request, inbound);
        servers[transaction.Key] = transaction;
        return transaction;
    }

    public void Forget(ClientTransaction transaction) => clients.Remove(transaction.Key);

    public void Forget(ServerTransaction transaction) => servers.Remove(transaction.Key);
}
