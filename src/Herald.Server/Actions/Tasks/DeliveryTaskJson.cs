using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Reporting;
using NodaTime;
using NodaTime.Text;

namespace Herald.Server.Actions.Tasks;

/// <summary>A task in the shape of CCaaS_GetDeliveryTasks: camelCase members, expando annotations.</summary>
internal static class DeliveryTaskJson
{
    private const string Expando = "#Microsoft.Dynamics.CRM.expando";

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <param name="planner">Of the engagement as it is now; the defaults when it is gone.</param>
    /// <param name="optedOut">Of the task's numbers.</param>
    /// <param name="contactIds">Of each contact: its row's id, else its unique identifier.</param>
    public static void Write(Utf8JsonWriter json, TaskView view, PlannerSettings planner, IReadOnlySet<string> optedOut, IReadOnlyList<string> contactIds, Guid organization)
    {
        var task = view.Task;
        var open = view.Deliveries.LastOrDefault(delivery => delivery.State is DeliveryState.Waiting or DeliveryState.Ready);
        json.WriteStartObject();
        json.WriteString("@odata.type"u8, Expando);
        json.WriteString("deliveryTaskId"u8, task.Id);
        json.WriteString("organizationId"u8, organization);
        json.WriteString("status"u8, view.Status.ToString());
        json.WriteNumber("retryCount"u8, Math.Max(0, (view.History.Count > 0 ? view.History[^1].Loop : 1) - 1));
        json.WriteNumber("maxRetryCount"u8, planner.Retries);
        WriteTime(json, "whenCreated", task.AcceptedAt);
        WriteTime(json, "nextScheduledTime", NextTime(open));
        WriteTime(json, "lastAttemptedTime", view.History.Count > 0 ? view.History[^1].StartedAt : null);
        json.WriteBoolean("fallbackAttempted"u8, view.FallbackAttempted);
        json.WriteString("channelType"u8, task.Channel == Channel.Voice ? "Voice" : "SMS");
        json.WriteString("proactiveEngagementConfigId"u8, task.EngagementId);
        WriteTime(json, "expirationDate", Enumerable.Range(0, task.Contacts.Count).SelectMany(task.WindowsOf).Max(window => window.End));
        json.WriteNumber("reattemptDelay"u8, (long)planner.DelayBetweenLoops.TotalMinutes);
        WriteReattempts(json, planner.ReattemptOn);
        WriteContacts(json, contactIds);
        json.WriteString("requestId"u8, task.TrackingId);
        json.WriteBoolean("customerReached"u8, view.CustomerReached);
        json.WriteNumber("callbackAttemptCount"u8, 0);
        WriteChain(json, ChainStatus.Of(view, planner, optedOut), contactIds);
        WriteDeliveries(json, view.Deliveries);
        json.WriteEndObject();
    }

    /// <summary>A ready row's next check is its window's close; it has been due since it became ready.</summary>
    private static Instant? NextTime(DeliveryView? open) => open?.ReadySince ?? open?.NextCheckAt;

    private static void WriteReattempts(Utf8JsonWriter json, ReattemptOn reattempt)
    {
        json.WriteString("reattemptSettings@odata.type"u8, "#Collection(Int32)");
        json.WriteStartArray("reattemptSettings"u8);
        for (var bit = 0; bit < 4; bit++)
        {
            if (reattempt.HasFlag((ReattemptOn)(1 << bit)))
                json.WriteNumberValue(192360000 + bit);
        }

        json.WriteEndArray();
    }

    private static void WriteContacts(Utf8JsonWriter json, IReadOnlyList<string> contactIds)
    {
        json.WriteString("contactIds@odata.type"u8, "#Collection(String)");
        json.WriteStartArray("contactIds"u8);
        foreach (var id in contactIds)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static void WriteChain(Utf8JsonWriter json, ChainStatus chain, IReadOnlyList<string> contactIds)
    {
        json.WriteStartObject("contactChainingStatus"u8);
        json.WriteString("@odata.type"u8, Expando);
        json.WriteNumber("currentLoopNumber"u8, Math.Max(1, chain.Loop));
        json.WriteNumber("currentContactIndexAttempted"u8, chain.Last?.Contact ?? 0);
        json.WriteString("currentContactIdAttempted"u8, chain.Last is { } last ? contactIds[last.Contact] : null);
        json.WriteNumber("currentPhoneIndexAttempted"u8, chain.PhoneIndex);
        json.WriteString("currentPhoneNumberTypeIdAttempted"u8, chain.Last is { } tried ? $"{tried.Phone}PhoneNumber" : null);
        json.WriteNumber("totalContactsInChain"u8, chain.Contacts);
        json.WriteNumber("totalPhonesInCurrentContact"u8, chain.PhonesInContact);
        json.WriteNumber("totalPhonesInChain"u8, chain.PhonesInChain);
        json.WriteNumber("totalEligiblePhonesInChain"u8, chain.EligibleInChain);
        json.WriteNumber("totalEligiblePhonesInCurrentContact"u8, chain.EligibleInContact);
        json.WriteBoolean("areLoopsExhausted"u8, chain.LoopsExhausted);
        json.WriteBoolean("isChainExhausted"u8, chain.ChainExhausted);
        json.WriteNumber("seqNo"u8, Math.Max(1, chain.Last?.Sequence ?? 1));
        json.WriteString("lastDeliveryResult"u8, chain.Last?.Result?.ToString());
        json.WriteEndObject();
    }

    private static void WriteDeliveries(Utf8JsonWriter json, IReadOnlyList<DeliveryView> deliveries)
    {
        json.WriteString("deliveries@odata.type"u8, "#Collection(Microsoft.Dynamics.CRM.crmbaseentity)");
        json.WriteStartArray("deliveries"u8);
        foreach (var delivery in deliveries)
        {
            json.WriteStartObject();
            json.WriteString("@odata.type"u8, Expando);
            json.WriteString("id"u8, delivery.Id);
            json.WriteString("status"u8, delivery.Status.ToString());
            json.WriteString("result"u8, delivery.Result?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } instant)
            json.WriteString(name, Time.Format(instant));
        else
            json.WriteNull(name);
    }
}
