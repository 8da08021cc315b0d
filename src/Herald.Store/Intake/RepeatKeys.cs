using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Intake;

/// <summary>Repeat keys live 24 h (OASIS Repeatable Requests 1.0 leaves the time to the service).</summary>
internal static class RepeatKeys
{
    private static readonly Duration Life = Duration.FromHours(24);

    private static readonly Command<(byte[] Key, Instant Now)> Find = new Command<(byte[] Key, Instant Now)>("find_repeat")
        .OneBlob("key", row => row.Key)
        .OneAt("since", row => row.Now - Life);

    private static readonly Command<(RepeatKey Repeat, Instant At)> ClaimNew = new Command<(RepeatKey Repeat, Instant At)>("claim_repeats")
        .Blob("key", row => row.Repeat.Key)
        .Blob("body_hash", row => row.Repeat.BodyHash)
        .Blob("answer", row => row.Repeat.Answer)
        .At("at", row => row.At)
        .OneAt("since", row => row.At - Life);

    public static async ValueTask<KeptAnswer?> FindAsync(ISqlSession session, byte[] key, Instant now, CancellationToken ct) =>
        (await session.QueryAsync(Find, [(key, now)], Read, ct)).FirstOrDefault();

    /// <summary>Writes the keys that are new; the others' answers become those of the request before.</summary>
    public static void Claim(ISqlSession session, IReadOnlyList<AppendTask> changes)
    {
        // Twins in one batch: the first writes, the others find it.
        var firsts = changes.DistinctBy(change => Convert.ToHexString(change.Task.Repeat!.Key)).ToList();
        var fresh = session.Query(ClaimNew, [.. firsts.Select(change => (change.Task.Repeat!, change.Task.Task.AcceptedAt))], row => Convert.ToHexString(row.Blob(0))).ToHashSet();
        var writers = firsts.Where(change => fresh.Contains(Convert.ToHexString(change.Task.Repeat!.Key))).ToHashSet();
        foreach (var change in changes.Where(change => !writers.Contains(change)))
            change.Decided = new IntakeAnswer(session.Query(Find, [(change.Task.Repeat!.Key, change.Task.Task.AcceptedAt)], Read).FirstOrDefault());
    }

    /// <exception cref="RepeatedRequestException">Another request has the key.</exception>
    public static void Claim(ISqlSession session, NewBatch batch)
    {
        if (batch.Repeat is not { } repeat || session.Query(ClaimNew, [(repeat, batch.At)], _ => 0).Count > 0)
            return;
        throw new RepeatedRequestException(session.Query(Find, [(repeat.Key, batch.At)], Read)[0]);
    }

    private static KeptAnswer Read(ISqlRow row) => new(row.Blob(0), row.Blob(1));
}
