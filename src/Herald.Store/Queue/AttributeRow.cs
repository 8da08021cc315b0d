using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <param name="Type">0 input, 1 result.</param>
internal sealed record AttributeRow(Guid Id, Guid DeliveryId, string Keyword, string Value, int Type, Instant At)
{
    public const int Input = 0;
    public const int Result = 1;

    private static readonly Command<AttributeRow> Append = new Command<AttributeRow>("append_attributes")
        .Id("id", row => row.Id)
        .Id("delivery", row => row.DeliveryId)
        .Text("keyword", row => row.Keyword)
        .Text("value", row => row.Value)
        .Number("type", row => row.Type)
        .At("at", row => row.At);

    public static IEnumerable<AttributeRow> Of(Guid delivery, IReadOnlyDictionary<string, string> attributes, int type, Instant at) =>
        attributes.Select(pair => new AttributeRow(Guid.CreateVersion7(at.ToDateTimeOffset()), delivery, pair.Key, pair.Value, type, at));

    public static void Write(ISqlSession session, IReadOnlyList<AttributeRow> rows) => session.Later(Append, rows);
}
