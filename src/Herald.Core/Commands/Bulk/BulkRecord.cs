using System.Text.Json;
using System.Text.Unicode;
using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands.Bulk;

/// <summary>One element of ProactiveDeliveries.</summary>
internal static class BulkRecord
{
    private static readonly MemberTable<BulkRecordDraft> Members = new(
        caseBlind: true,
        [
            .. ContactMembers.All.Select(member => new Member<BulkRecordDraft>(member.Name, member.Read, member.Aliases)),
            new("priority", (ref r, record, faults) => record.Priority = JsonText.Read(ref r, faults, PriorityText.Longest)),
        ]);

    /// <param name="channel">null while the engagement is not known.</param>
    public static BulkRecordDraft Read(ReadOnlySpan<byte> json, Channel? channel, FaultList faults)
    {
        var draft = new BulkRecordDraft();
        if (!Utf8.IsValid(json))
        {
            faults.WrongForm("is not Unicode text.");
            return draft;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.WrongForm("must be a JSON object.");
            return draft;
        }

        JsonObject.Read(ref reader, draft, Members, faults);
        RequiredMembers.CheckWithMobile(draft, faults, member => member);
        EngagementRules.CheckOtherNumbers(draft, channel, faults, member => member);
        return draft;
    }
}
