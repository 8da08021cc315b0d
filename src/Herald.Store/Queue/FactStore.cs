using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Consents;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed class FactStore(Readers readers, Writer writer) : IFactStore
{
    private static readonly Command<(Channel Channel, string Number)> OptedOut = new Command<(Channel Channel, string Number)>("find_opted_out")
        .Text("number", row => row.Number)
        .OneNumber("type", row => ConsentRow.TypeOf(row.Channel));

    private static readonly Command<Guid> IsSuspended = new Command<Guid>("is_suspended").OneId("engagement", id => id);

    private static readonly Command<(Guid Engagement, int Newest)> AgentCalls = new Command<(Guid Engagement, int Newest)>("count_agent_calls")
        .OneId("engagement", row => row.Engagement)
        .OneNumber("newest", row => row.Newest);

    private static readonly Command<string> LastMessageTo = new Command<string>("find_last_message").OneText("number", number => number);

    private static readonly Command<EventsOf> Talks = Events("read_talks_by_subject");
    private static readonly Command<EventsOf> OfNumber = Events("read_number_events");
    private static readonly Command<EventsOf> Disposed = Events("read_dispositions_by_subject");

    public async Task<IReadOnlySet<string>> OptedOutAsync(Channel channel, IReadOnlyCollection<string> numbers, CancellationToken ct)
    {
        var asked = numbers.Distinct().Select(number => (channel, number)).ToList();
        return asked.Count == 0 ? Facts.EmptyNumbers : (await readers.QueryAsync(OptedOut, asked, row => row.Text(0), ct)).ToHashSet();
    }

    public async Task<LastMessage?> LastMessageAsync(string number, CancellationToken ct) =>
        (await readers.QueryAsync(LastMessageTo, [number], row => new LastMessage(row.Id(0), row.Id(1), row.At(2), row.IdOrNull(3), row.Flag(4)), ct)).FirstOrDefault();

    public async Task<IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>>> StartsAsync(IReadOnlyCollection<LimitKey> keys, Instant since, int perKey, CancellationToken ct)
    {
        return keys.Count == 0 ? Facts.NoStarts : await readers.ReadAsync(session => StartsRead.OfAsync(session, keys, since, perKey, ct), ct);
    }

    public async Task<IReadOnlyDictionary<LimitKey, Instant>> TalkedAtAsync(IReadOnlyCollection<LimitKey> subjects, Instant since, CancellationToken ct)
    {
        if (subjects.Count == 0)
            return Facts.NoEvents;
        var asked = Asked(subjects, since);
        return (await readers.QueryAsync(Talks, asked, row => (Index: row.Int(0), At: row.At(1)), ct)).ToDictionary(talk => asked[talk.Index].Key, talk => talk.At);
    }

    public async Task<IReadOnlyList<NumberEvents>> NumberEventsAsync(IReadOnlyCollection<LimitKey> numbers, Instant since, CancellationToken ct)
    {
        var asked = Asked(numbers, since);
        return await readers.QueryAsync(OfNumber, asked, row => new NumberEvents(asked[row.Int(0)].Key, row.AtOrNull(1), row.AtOrNull(2)), ct);
    }

    public async Task<IReadOnlyList<DisposedAttempt>> DispositionsAsync(IReadOnlyCollection<LimitKey> subjects, Instant since, CancellationToken ct)
    {
        var asked = Asked(subjects, since);
        return await readers.QueryAsync(Disposed, asked, row => new DisposedAttempt(asked[row.Int(0)].Key, row.At(1), Dispositions.Read(row.Text(2)) ?? []), ct);
    }

    public async Task<bool> IsSuspendedAsync(Guid engagementId, CancellationToken ct) =>
        (await readers.QueryAsync(IsSuspended, [engagementId], row => row.Flag(0), ct)).Contains(true);

    public async Task<AgentCallCount> CountAgentCallsAsync(Guid engagementId, int newest, CancellationToken ct) =>
        (await readers.QueryAsync(AgentCalls, [(engagementId, newest)], row => new AgentCallCount(row.Int(0), row.Int(1)), ct))[0];

    public Task SetConsentAsync(Channel channel, string number, bool optedOut, ConsentSource source, Instant now, CancellationToken ct) =>
        writer.WriteAsync(new WriteConsents([new ConsentEntry(channel, number, optedOut)], source, now), ct);

    private static Command<EventsOf> Events(string name) => new Command<EventsOf>(name)
        .Number("index", row => row.Index)
        .Text("value", row => row.Key.Value)
        .OneAt("since", row => row.Since);

    private static List<EventsOf> Asked(IReadOnlyCollection<LimitKey> keys, Instant since) => [.. keys.Distinct().Select((key, index) => new EventsOf(index, key, since))];

    private sealed record EventsOf(int Index, LimitKey Key, Instant Since);
}
