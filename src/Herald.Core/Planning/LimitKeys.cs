using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>Which counts a task's attempts are under.</summary>
internal static class LimitKeys
{
    public static IReadOnlyList<LimitDemand> Demands(DeliveryTask task, Candidate candidate, Facts facts, Instant now)
    {
        var engagement = facts.Engagement;
        var caps = CapsOf(task, engagement, facts.Organisation);
        var uses = PresetUse.Of(engagement.Presets);
        if (caps.Length == 0 && uses.Length == 0)
            return [];

        var contact = task.Contacts[candidate.Contact];
        var person = ContactKey.Of(contact, candidate.Number);
        var demands = new List<LimitDemand>(caps.Length + uses.Length);
        foreach (var cap in caps)
            Add(demands, cap.Demand(ValueOf(cap.Scope, task, person, candidate.Number), now));
        foreach (var use in uses)
        {
            foreach (var clause in use.Preset?.Clauses ?? [])
            {
                if (clause.Cap is { } cap && clause.InForce(now))
                    Add(demands, new LimitDemand(new LimitKey(LimitScope.Subject, use.Subject(contact, person)), cap.Most, now - cap.Period));
            }
        }

        return demands;
    }

    public static IReadOnlyList<LimitFetch> Of(DeliveryTask task, Engagement engagement, OrganisationSettings organisation, int? only = null)
    {
        var caps = CapsOf(task, engagement, organisation);
        var uses = PresetUse.Of(engagement.Presets);
        if (caps.Length == 0 && uses.Length == 0)
            return [];

        var fetches = new Dictionary<LimitKey, LimitFetch>();
        foreach (var contact in only is { } one ? [task.Contacts[one]] : task.Contacts)
        {
            foreach (var phone in PlannerSettings.Default.Phones)
            {
                if (!Chain.MayDial(task, engagement.Planner, phone) || contact.Number(phone) is not { } number)
                    continue;
                var person = ContactKey.Of(contact, number);
                foreach (var cap in caps)
                    Add(fetches, new LimitKey(cap.Scope, ValueOf(cap.Scope, task, person, number)), cap.Most, cap.Period);
                foreach (var use in uses)
                {
                    foreach (var clause in use.Preset?.Clauses ?? [])
                        Add(fetches, clause, new LimitKey(LimitScope.Subject, use.Subject(contact, person)), new LimitKey(LimitScope.Phone, number));
                }
            }
        }

        return [.. fetches.Values];
    }

    private static Cap[] CapsOf(DeliveryTask task, Engagement engagement, OrganisationSettings organisation)
    {
        if (task.Intake == IntakeKind.FirstGeneration)
            return [];
        var own = Caps.OfEngagement(engagement.Planner.Limits);
        return engagement.Planner.RespectsOrganisation ? [.. own, .. Caps.OfOrganisation(organisation.Limits)] : own;
    }

    private static string ValueOf(LimitScope scope, DeliveryTask task, string person, string number) => scope switch
    {
        LimitScope.Contact => person,
        LimitScope.Phone => number,
        _ => task.Id.ToString("D"),
    };

    // Two caps of one key and period: the stricter says all.
    private static void Add(List<LimitDemand> demands, LimitDemand demand)
    {
        var same = demands.FindIndex(other => other.Key == demand.Key && other.Since == demand.Since);
        if (same < 0)
            demands.Add(demand);
        else if (demand.Cap < demands[same].Cap)
            demands[same] = demand;
    }

    private static void Add(Dictionary<LimitKey, LimitFetch> fetches, PresetClause clause, LimitKey subject, LimitKey phone)
    {
        if (clause.Cap is { } cap)
            Add(fetches, subject, cap.Most, cap.Period);
        if (clause.Pause is { } pause)
            Add(fetches, pause.OfSubject ? subject : phone, 0, Duration.FromHours(pause.Hours));
    }

    private static void Add(Dictionary<LimitKey, LimitFetch> fetches, LimitKey key, int newest, Duration back) =>
        fetches[key] = fetches.TryGetValue(key, out var known)
            ? new LimitFetch(key, Math.Max(known.Newest, newest), Duration.Max(known.Back, back))
            : new LimitFetch(key, newest, back);
}
