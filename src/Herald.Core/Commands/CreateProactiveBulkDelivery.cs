using System.Text.Json;
using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Bulk;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands;

/// <summary>The bodies of <c>CCaaS_CreateProactiveBulkDelivery</c> and <c>…V2</c>: one task per record.</summary>
public static class CreateProactiveBulkDelivery
{
    /// <summary>More records than these are refused.</summary>
    public const int MaxRecords = 100_000;

    private static readonly Member<RequestDraft> Records = new(BulkEnvelope.Records, (ref r, request, faults) =>
    {
        // Where there is an array or a string, the envelope holds true in its place.
        request.Records = r.TokenType == JsonTokenType.True;
        if (request.Records == false)
            faults.WrongForm("must be a JSON array, or a string that contains one.");
        r.Skip();
    });

    private static readonly MemberTable<RequestDraft> V2 = new(
        caseBlind: false, RequestMembers.ApiVersion, RequestMembers.EngagementId, Records, RequestMembers.RequestId);

    private static readonly MemberTable<RequestDraft> V1 = new(
        caseBlind: false,
        RequestMembers.ApiVersion,
        RequestMembers.EngagementId,
        Records,
        RequestMembers.RequestId,
        new("ProactiveEngagements", (ref r, _, faults) => JsonText.Read(ref r, faults, BulkEnvelope.Max)));

    /// <summary>
    /// Checks the whole body, every record, and lists up to 100 faults with their index; holds one record at a time.
    /// 404 as in <see cref="CreateProactiveDelivery.Read"/>.
    /// </summary>
    /// <param name="body">UTF-8 JSON, seekable: a spooled file or a memory stream. Read from its beginning, twice.</param>
    public static Reading<BulkRequest> Read(Stream body, BulkVersion version, FindEngagement find, Instant now)
    {
        var faults = new FaultList();
        var draft = new RequestDraft();
        var envelope = BulkEnvelope.Scan(body);
        if (envelope.TooLarge)
            faults.Invalid($"has more than {BulkEnvelope.Max} bytes beside {BulkEnvelope.Records}.");
        else if (JsonBody.Read(envelope.Json.Span, draft, version == BulkVersion.V1 ? V1 : V2, faults))
            return Check(body, envelope, draft, find, faults, now);
        return faults.Refuse<BulkRequest>();
    }

    private static Reading<BulkRequest> Check(
        Stream body, BulkEnvelope envelope, RequestDraft draft, FindEngagement find, FaultList faults, Instant now)
    {
        if (draft.ApiVersion is null)
            faults.Missing(RequestMembers.Version);
        var engagement = EngagementRules.Find(draft.EngagementId, find, faults);
        if (engagement is { Channel: Channel.Sms, Template: null })
            faults.At(RequestMembers.Engagement, FaultCode.Invalid, "names an SMS engagement without a template; bulk records carry no message.");
        var count = CheckRecords(body, envelope, draft, engagement?.Channel, faults);
        return faults.Count > 0 || engagement is null
            ? faults.Refuse<BulkRequest>()
            : new Reading<BulkRequest>.Accepted(new(envelope, draft, engagement, count, now));
    }

    private static int CheckRecords(Stream body, BulkEnvelope envelope, RequestDraft draft, Channel? channel, FaultList faults)
    {
        var count = 0;
        var depth = faults.Depth;
        faults.Enter(BulkEnvelope.Records);
        try
        {
            if (envelope.RecordsAt is not null)
                count = CheckRecords(RecordCursor.Open(body, envelope), channel, faults);
            else if (draft.Records is null)
                faults.Invalid("is missing; it is required.");
            else if (draft.Records == true)
                faults.WrongForm("must be a JSON array, or a string that contains one.");
        }
        catch (JsonException malformed)
        {
            faults.WrongForm(JsonBody.Malformed(malformed));
        }

        faults.Return(depth);
        return count;
    }

    private static int CheckRecords(RecordCursor records, Channel? channel, FaultList faults)
    {
        var count = 0;
        for (; faults.Count < FaultList.Max && records.MoveNext(); count++)
        {
            if (count == MaxRecords)
            {
                faults.Invalid($"has more than {MaxRecords} records.");
                return count;
            }

            faults.Enter(count);
            BulkRecord.Read(records.Current, channel, faults);
            faults.Leave();
        }

        if (records.NoArray)
            faults.WrongForm("must be a JSON array, or a string that contains one.");
        else if (records.Absent)
            faults.Invalid("is missing; it is required.");
        else if (records.TooLarge)
            faults.Invalid($"has a record, number {count}, that is larger than {RecordCursor.MaxRecord} bytes.");
        else if (count == 0 && faults.Count < FaultList.Max)
            faults.Invalid("is empty; at least one record is required.");
        return count;
    }
}
