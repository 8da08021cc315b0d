using Herald.Dispatch.Channels;

namespace Herald.Dispatch.Tests.Slots;

internal sealed class StubChannel : IChannel
{
    public string Name => "stub";
    public int FreeSlots { get; set; }
    public bool Simulated => false;
    public ChannelStatus Status => new(Name, "Stub", true, 0, FreeSlots, false);

    public event Action? SlotsAppeared;

    public void Appear() => SlotsAppeared?.Invoke();

    public int UnitsOf(AttemptOrder order) => 1;

    public void Start(AttemptOrder order, IAttemptSink sink) => throw new NotSupportedException();

    public ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct) => ValueTask.FromResult(false);

    public Task StartAsync(IInbound inbound, CancellationToken ct) => Task.CompletedTask;

    public Task HangUpAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
