using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Tests.Sessions;

internal sealed class Owner : IBindOwner
{
    public Func<Delivery, ValueTask<StatusCode>> Handle { get; set; } = _ => ValueTask.FromResult(StatusCode.ESME_ROK);

    public List<LateAnswer> Late { get; } = [];

    public ValueTask<StatusCode> OnDeliveryAsync(Delivery delivery) => Handle(delivery);

    public void OnSlotFreed()
    {
    }

    public void OnLateAnswer(LateAnswer answer) => Late.Add(answer);
}
