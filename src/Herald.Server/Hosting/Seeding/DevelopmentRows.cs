using Herald.Server.Agents;
using Herald.Server.Identity;
using Herald.Store.Writing;

namespace Herald.Server.Hosting.Seeding;

/// <summary>A voice and an SMS engagement with simulated people, and the development clients as users.</summary>
internal static class DevelopmentRows
{
    /// <summary>Key of the simulated channel in <c>Herald:Channels</c>.</summary>
    private const string Transport = "Simulated";

    // Choice values of the product's tables.
    private const int Voice = 100000000;
    private const int Sms = 100000001;
    private const int Copilot = 100000000;
    private const int BotLed = 100000100;
    private const int Normal = 3;
    private const int EarliestFirst = 700610000;
    private const int SameAsNew = 700610000;
    private const int VoiceStream = 192370000;
    private const int SmsStream = 192340000;

    private static readonly Guid Queue = Numbered(1);
    private static readonly Guid VoiceProfile = Numbered(2);
    private static readonly Guid SmsProfile = Numbered(3);
    private static readonly Guid VoiceWorkstream = Numbered(4);
    private static readonly Guid SmsWorkstream = Numbered(5);

    public static IEnumerable<NewRow> All =>
    [
        .. DevelopmentClient.All.Where(client => client.Role is not null).Select(User),
        Active("queue", Queue, "Development queue"),
        Profile(VoiceProfile, "Simulated calls", Voice),
        Profile(SmsProfile, "Simulated messages", Sms),
        Workstream(VoiceWorkstream, "Development voice", VoiceStream, VoiceProfile, ExampleFlow.Name),
        Workstream(SmsWorkstream, "Development SMS", SmsStream, SmsProfile),
        Engagement(DevelopmentDefaults.VoiceEngagement, "Development voice engagement", Voice, VoiceWorkstream),
        Engagement(DevelopmentDefaults.SmsEngagement, "Development SMS engagement", Sms, SmsWorkstream),
        Keyword(Numbered(6), "Appointment confirmed", "appointmentConfirmed"),
    ];

    private static NewRow Engagement(Guid id, string name, int type, Guid workstream)
    {
        var row = Active("engagement", id, name);
        row["description"] = "Seeded for development; the published sample requests name it";
        row["type"] = type;
        row["dialmode_type"] = Copilot;
        row["engagement_type"] = BotLed;
        row["workstream"] = workstream;
        row["queue"] = Queue;
        row["priority"] = Normal;
        row["processing_order"] = EarliestFirst;
        row["retry_priority_mode"] = SameAsNew;
        row["ignore_queue_hours"] = false;
        row["ring_seconds"] = 30;
        return row;
    }

    private static NewRow Workstream(Guid id, string name, int source, Guid profile, string? agent = null)
    {
        var row = Active("workstream", id, name);
        row["streamsource"] = source;
        row["defaultqueue"] = Queue;
        row["phonenumber"] = "+15550199";
        row["language"] = "en-US";
        row["outboundprofileid"] = profile;
        if (agent is not null)
            row["agent"] = agent;
        return row;
    }

    /// <summary>A result of the example flow that every delivery shows, set or not.</summary>
    private static NewRow Keyword(Guid id, string name, string keyword)
    {
        var row = Active("engagement_attribute", id, name);
        row["keyword"] = keyword;
        row["proactive_engagement_config"] = DevelopmentDefaults.VoiceEngagement;
        return row;
    }

    private static NewRow Profile(Guid id, string name, int channel)
    {
        var row = Active("outbound_profile", id, name);
        row["channel"] = channel;
        row["transport"] = Transport;
        row["receipts"] = true;
        return row;
    }

    private static NewRow User(DevelopmentClient client) => new("system_user", client.ObjectId)
    {
        ["fullname"] = $"Development {client.Name}",
        ["azureactivedirectoryobjectid"] = client.ObjectId,
        ["applicationid"] = client.ClientId,
        ["isdisabled"] = false,
    };

    private static NewRow Active(string table, Guid id, string name) => new(table, id) { ["name"] = name, ["state"] = 0, ["status"] = 1 };

    private static Guid Numbered(byte number) => new($"dddddddd-0000-4000-8000-{number:d12}");
}
