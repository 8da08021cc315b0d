using Herald.Core.Deliveries;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Facts for a set of tasks, each kind in one statement on a reader connection.</summary>
public interface IFactStore
{
    /// <summary>Of these numbers, those opted out of the channel.</summary>
    Task<IReadOnlySet<string>> OptedOutAsync(Channel channel, IReadOnlyCollection<string> numbers, CancellationToken ct);

    /// <summary>Starts since <paramref name="since"/> by key, newest first, at most <paramref name="perKey"/> each.</summary>
    Task<IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>>> StartsAsync(IReadOnlyCollection<LimitKey> keys, Instant since, int perKey, CancellationToken ct);

    /// <summary>End of the last conversation by preset subject, of attempts started since <paramref name="since"/>; subjects without one are absent.</summary>
    /// <param name="subjects">Of scope <see cref="LimitScope.Subject"/>.</param>
    Task<IReadOnlyDictionary<LimitKey, Instant>> TalkedAtAsync(IReadOnlyCollection<LimitKey> subjects, Instant since, CancellationToken ct);

    /// <summary>When calls to these numbers were last abandoned or answered by a machine, of attempts started since <paramref name="since"/>; numbers without either are absent.</summary>
    /// <param name="numbers">Of scope <see cref="LimitScope.Phone"/>.</param>
    Task<IReadOnlyList<NumberEvents>> NumberEventsAsync(IReadOnlyCollection<LimitKey> numbers, Instant since, CancellationToken ct);

    /// <summary>End and dispositions of attempts that have any, by preset subject, of attempts started since <paramref name="since"/>.</summary>
    /// <param name="subjects">Of scope <see cref="LimitScope.Subject"/>.</param>
    Task<IReadOnlyList<DisposedAttempt>> DispositionsAsync(IReadOnlyCollection<LimitKey> subjects, Instant since, CancellationToken ct);

    /// <summary>Whether the suspension row of the engagement says suspended (no row = not).</summary>
    Task<bool> IsSuspendedAsync(Guid engagementId, CancellationToken ct);

    /// <summary>The newest answered calls of the engagement since it was last resumed or changed, at most <paramref name="newest"/>: a seek on their own index.</summary>
    Task<AgentCallCount> CountAgentCallsAsync(Guid engagementId, int newest, CancellationToken ct);

    /// <summary>Writes an opt-out (or opt-in) for a number; durable when it returns, and everything queued for it is due again.</summary>
    Task SetConsentAsync(Channel channel, string number, bool optedOut, ConsentSource source, Instant now, CancellationToken ct);

    /// <summary>The newest message the carrier took for that number: what a reply from it answers. Null: none.</summary>
    Task<LastMessage?> LastMessageAsync(string number, CancellationToken ct);
}
