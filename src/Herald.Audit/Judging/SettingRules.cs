using Herald.Audit.Log;
using Herald.Audit.Rules;
using NodaTime;

namespace Herald.Audit.Judging;

/// <summary>What the settings of a moment say of an attempt.</summary>
internal sealed class SettingRules(Ledger ledger, Dictionary<string, long> talks, NumberPauses numbers, Findings findings)
{
    private const string Mobile = "only mobile numbers get messages";
    private readonly ZonesById zones = new();
    private int lastOpen;

    public void Judge(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        if (rules.Unusable)
        {
            breaches.Add(new Breach("configuration", "the engagement was deleted or inactive"));
            return;
        }

        if (rules.Suspended)
            breaches.Add(new Breach("suspended", "the engagement was suspended"));
        if (line.Channel == Line.Sms ? line.Phone != 0 : !request.FirstGeneration && !rules.Selected[Math.Clamp(line.Phone, 0, 2)])
            breaches.Add(new Breach("phone_type", line.Channel == Line.Sms ? Mobile : "the phone type was not selected"));
        foreach (var policy in rules.Policies)
        {
            if (policy.Forbids(request))
                breaches.Add(new Breach("policy", $"policy {policy.Id}"));
        }

        JudgeHours(line, request, rules, breaches);
        JudgeLimits(line, request, rules, breaches);
        JudgePresets(line, request, rules, breaches);
    }

    private void JudgeHours(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        var at = Instant.FromUnixTimeMilliseconds(line.At);
        var quiet = rules.Quiet[Math.Clamp(line.Phone, 0, 2)];
        if (quiet.Count > 0)
        {
            var id = rules.UtcForAll ? "UTC" : request.Contact.Zone ?? rules.DefaultZone ?? "UTC";
            if (zones.Find(id) is not { } zone)
                breaches.Add(new Breach("configuration", $"zone {id} does not exist"));
            else if (at.InZone(zone).LocalDateTime is var local && Forbid(quiet, local))
                breaches.Add(new Breach("quiet_hours", $"it was {local.DayOfWeek} {local:uuuu-MM-dd HH:mm:ss} in {id}"));
        }

        if (rules.Queue is { } queue && zones.Find(queue.Zone) is { } place
            && at.InZone(place).LocalDateTime is var there && queue.Forbid(there))
            breaches.Add(new Breach("queue_hours", $"it was {there.DayOfWeek} {there:uuuu-MM-dd HH:mm:ss} in {queue.Zone}"));
    }

    private void JudgeLimits(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        if (request.FirstGeneration)
            return;
        foreach (var limit in rules.Limits)
        {
            var before = ledger.Count(Ledger.Key(limit.Scope, line), line.At - limit.Period);
            if (before >= limit.Most)
                breaches.Add(new Breach("limit", $"{before} starts before it, {limit.Label} {limit.Most}"));
        }
    }

    private void JudgePresets(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        if (rules.Presets.Count == 0)
            return;
        var places = PresetZones.Of(request.Contact.Zone, line.Number);
        var at = Instant.FromUnixTimeMilliseconds(line.At);
        foreach (var use in rules.Presets)
        {
            foreach (var clause in use.Clauses.Where(clause => clause.From <= line.At))
            {
                if (clause.HasHours && places.Length == 0)
                    findings.NotJudged("the zone of the number is not known to the auditor");
                else if (clause.HasHours && AreClosed(places, clause, at))
                    breaches.Add(new Breach("preset", $"{clause.Preset}: closed in {(places.Length == 1 ? places[0].Id : "every zone of the number's country")}"));
                if (clause.Most > 0 && ledger.Count(Ledger.Key(Scope.Subject, use.Key(line)), line.At - (clause.Days * Limit.Day)) is var before && before >= clause.Most)
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: {before} starts in {clause.Days} days before it"));
                if (clause.PauseDays > 0 && talks.TryGetValue(use.Key(line), out var talked) && places.Length > 0 && places.All(zone => IsPaused(talked, clause.PauseDays, at, zone)))
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: a conversation less than {clause.PauseDays} days before"));
                if (numbers.Broken(line, clause) is { } pause)
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: {pause}"));
            }
        }
    }

    private static bool Forbid(IReadOnlyList<QuietHours> quiet, LocalDateTime local)
    {
        for (var i = 0; i < quiet.Count; i++)
        {
            if (quiet[i].Forbid(local))
                return true;
        }

        return false;
    }

    private bool AreClosed(DateTimeZone[] places, PresetClause clause, Instant at)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var place = (lastOpen + i) % places.Length;
            if (clause.Forbids(at.InZone(places[place]).LocalDateTime))
                continue;
            // Where it is open now it will be open for the next attempt as well: that place is asked first.
            lastOpen = place;
            return false;
        }

        return true;
    }

    // The day of the conversation is the first.
    private static bool IsPaused(long talked, int days, Instant at, DateTimeZone zone) =>
        at.InZone(zone).Date < Instant.FromUnixTimeMilliseconds(talked).InZone(zone).Date.PlusDays(days);
}
