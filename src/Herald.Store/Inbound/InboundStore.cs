using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class InboundStore(Readers readers, Writer writer) : IInboundStore
{
    private static readonly Command<(Instant Now, int Max)> DueReplies = new Command<(Instant Now, int Max)>("read_due_replies")
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Max);

    public Task<bool> SetConsentAsync(ConsentReply reply, CancellationToken ct) => writer.WriteAsync(new ConsentByReply(reply), ct);

    public Task<IReadOnlyList<OwedAnswer>> ClaimAnswersAsync(Guid owner, Instant now, int max, CancellationToken ct) =>
        writer.WriteAsync(new ClaimAnswers(owner, now, max), ct);

    public Task ReleaseAnswerAsync(Guid id, Guid owner, Instant tryAt, CancellationToken ct) => writer.WriteAsync(new ReleaseAnswer(id, owner, tryAt), ct);

    public Task SettleAnswerAsync(Guid id, CancellationToken ct) => writer.WriteAsync(new SettleAnswer(id), ct);

    public Task<int> DropAnswersAsync(Instant now, CancellationToken ct) => writer.WriteAsync(new DropAnswers(now), ct);

    public Task KeepReplyAsync(KeptReply reply, CancellationToken ct) => writer.WriteAsync(new KeepReply(reply), ct);

    public async Task<IReadOnlyList<DueReply>> ReadDueRepliesAsync(Instant now, int max, CancellationToken ct) =>
        await readers.QueryAsync(DueReplies, [(now, max)], row => new DueReply(row.Id(0), row.Id(1), row.At(2)), ct);

    public Task WriteReplyLooksAsync(IReadOnlyList<ReplyLook> looks, Instant now, CancellationToken ct) =>
        looks.Count == 0 ? Task.CompletedTask : writer.WriteAsync(new WriteReplyLooks(looks, now), ct);

    public Task<IReadOnlyList<KeptPart>> KeepPartsAsync(IReadOnlyList<KeptPart> parts, Instant now, Instant until, CancellationToken ct) =>
        writer.WriteAsync(new KeepParts(parts, now, until), ct);

    public async Task<IReadOnlyList<IReadOnlyList<KeptPart>>> ClaimStalePartsAsync(Instant whole, Instant old, Instant now, Instant until, int max, CancellationToken ct)
    {
        var stale = await readers.QueryAsync(PartRows.Stale, [new PartRows.StaleBefore(whole, old, now, max)], PartRows.ReadKey, ct);
        var claimed = await Task.WhenAll(stale.Select(key => writer.WriteAsync(new ClaimParts(key, now, until), ct)));
        return [.. claimed.Where(parts => parts.Count > 0)];
    }

    public Task SettlePartsAsync(KeptPart any, Instant now, CancellationToken ct) => writer.WriteAsync(new SettleParts(PartRows.KeyOf(any), now), ct);

    public Task<int> DropPartsAsync(Instant before, CancellationToken ct) => writer.WriteAsync(new DropParts(before), ct);
}
