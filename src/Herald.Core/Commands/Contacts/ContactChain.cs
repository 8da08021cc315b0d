using System.Text.Json;
using Herald.Core.Commands.Bodies;

namespace Herald.Core.Commands.Contacts;

/// <summary>The Contacts parameter: 1..5 contacts with distinct identifiers, in chaining order.</summary>
internal static class ContactChain
{
    public const int Max = 5;

    private static readonly MemberTable<ContactDraft> Members = new(caseBlind: true, ContactMembers.All);

    /// <summary>null when absent; what is there but unreadable is a fault and no contact.</summary>
    public static List<ContactDraft>? Read(ref Utf8JsonReader reader, FaultList faults)
    {
        List<ContactDraft>? contacts = null;
        var before = faults.Count;
        JsonParameter.Read(ref reader, JsonTokenType.StartArray, 0, faults, (ref array, _, list) =>
        {
            contacts = [];
            Elements(ref array, contacts, list);
        });
        return contacts ?? (faults.Count > before ? [] : null);
    }

    private static void Elements(ref Utf8JsonReader reader, List<ContactDraft> contacts, FaultList faults)
    {
        var index = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index >= Max)
            {
                reader.Skip();
                continue;
            }

            var draft = new ContactDraft();
            faults.Enter(index);
            Element(ref reader, draft, faults);
            if (draft.UniqueIdentifier is { Length: > 0 } id && contacts.Exists(earlier => SameId(earlier.UniqueIdentifier, id)))
                faults.At(ContactMembers.UniqueIdentifier, FaultCode.Invalid, "is that of an earlier contact of this request; a chain names each contact once.");
            faults.Leave();
            contacts.Add(draft);
        }

        if (index == 0)
            faults.Invalid("is empty; at least one contact is required.");
        if (index > Max)
            faults.Invalid($"has more than {Max} contacts.");
    }

    private static void Element(ref Utf8JsonReader reader, ContactDraft draft, FaultList faults)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            JsonObject.Read(ref reader, draft, Members, faults);
            RequiredMembers.Check(draft, faults, member => member);
            return;
        }

        faults.WrongForm("must be a JSON object.");
        reader.Skip();
        draft.MobilePhone = JsonText.Faulty;
    }

    // Two spellings of one GUID name one contact row.
    internal static bool SameId(string? a, string b) =>
        a == b || (Guid.TryParse(a, out var one) && Guid.TryParse(b, out var other) && one == other);
}
