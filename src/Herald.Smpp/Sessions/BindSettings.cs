using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>How one bind behaves; the account's options in the shape a bind wants.</summary>
internal sealed record BindSettings
{
    /// <summary>bind_transmitter, bind_receiver or bind_transceiver.</summary>
    public required CommandId Kind { get; init; }

    public required string SystemId { get; init; }

    public required string Password { get; init; }

    public string SystemType { get; init; } = "";

    public int Window { get; init; } = 10;

    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan EnquireLinkInterval { get; init; } = TimeSpan.FromSeconds(30);

    public SessionStates StateWhenBound => Kind switch
    {
        CommandId.bind_transmitter => SessionStates.BoundTx,
        CommandId.bind_receiver => SessionStates.BoundRx,
        _ => SessionStates.BoundTrx,
    };
}
