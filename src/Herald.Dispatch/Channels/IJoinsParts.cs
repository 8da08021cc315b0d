using Herald.Store.Inbound;

namespace Herald.Dispatch.Channels;

/// <summary>A channel whose messages may come in parts.</summary>
internal interface IJoinsParts
{
    /// <summary>The account its parts are kept under.</summary>
    Guid AccountId { get; }

    /// <param name="parts">Of one message; some may be missing.</param>
    InboundMessage Join(IReadOnlyList<KeptPart> parts);
}
