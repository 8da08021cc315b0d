using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>What a bind tells the account it belongs to. None of these may block.</summary>
internal interface IBindOwner
{
    /// <summary>Completes with the status to answer once the message is safe; never throws.</summary>
    ValueTask<StatusCode> OnDeliveryAsync(Delivery delivery);

    void OnSlotFreed();

    void OnLateAnswer(LateAnswer answer);
}
