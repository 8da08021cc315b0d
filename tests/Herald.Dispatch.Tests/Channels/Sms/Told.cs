using Herald.Core.Outcomes;
using Herald.Dispatch.Channels;
using NodaTime;

namespace Herald.Dispatch.Tests.Channels.Sms;

/// <summary>A sink that keeps what it is told.</summary>
internal sealed class Told : IAttemptSink
{
    public List<object> All { get; } = [];

    public void Connected(Instant at) => All.Add("connected");

    public void Acknowledged(Instant at, IReadOnlyList<string> messageIds) => All.Add(string.Join(' ', messageIds));

    public void NothingLeft(string reasonCode, Duration retryAfter) => All.Add((reasonCode, retryAfter > Duration.Zero));

    public void Ended(AttemptOutcome outcome) => All.Add(outcome);
}
