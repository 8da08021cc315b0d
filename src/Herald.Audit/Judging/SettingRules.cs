using Herald.Audit.Log;
using Herald.Audit.Rules;
using NodaTime;

namespace Herald.Audit.Judging;

/// <summary>What the settings of a moment say of an attempt.</summary>
internal sealed class SettingRules(Ledger ledger, Dictionary<string, long> talks, NumberPauses numbers, Findings findings)
{
    private const string Mobile = "only mobile numbers get messages";

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

    private static void JudgeHours(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        var at = Instant.FromUnixTimeMilliseconds(line.At);
        var quiet = rules.Quiet[Math.Clamp(line.Phone, 0, 2)];
        if (quiet.Count > 0)
        {
            var id = rules.UtcForAll ? "UTC" : request.Contact.Zone ?? rules.DefaultZone ?? "UTC";
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not { } zone)
                breaches.Add(new Breach("configuration", $"zone {id} does not exist"));
            else if (at.InZone(zone).LocalDateTime is var local && quiet.Any(hours => hours.Forbid(local)))
                breaches.Add(new Breach("quiet_hours", $"it was {local.DayOfWeek} {local:uuuu-MM-dd HH:mm:ss} in {id}"));
        }

        if (rules.Queue is { } queue && DateTimeZoneProviders.Tzdb.GetZoneOrNull(queue.Zone) is { } place
            && at.InZone(place).LocalDateTime is var there && queue.Forbid(there))
            breaches.Add(new Breach("queue_hours", $"it was {there.DayOfWeek} {there:uuuu-MM-dd HH:mm:ss} in {queue.Zone}"));
    }

    private void JudgeLimits(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        if (request.FirstGeneration)
            return;
        foreach (var limit in rules.Limits)
        {
            var before = ledger.Count(limit.Scope, KeyOf(limit.Scope, line), line.At - limit.Period);
            if (before >= limit.Most)
                breaches.Add(new Breach("limit", $"{before} starts before it, {limit.Label} {limit.Most}"));
        }
    }

    private void JudgePresets(Line line, Request request, EngagementRules rules, List<Breach> breaches)
    {
        if (rules.Presets.Count == 0)
            return;
        var zones = PresetZones.Of(request.Contact.Zone, line.Number);
        var at = Instant.FromUnixTimeMilliseconds(line.At);
        foreach (var use in rules.Presets)
        {
            foreach (var clause in use.Clauses.Where(clause => clause.From <= line.At))
            {
                if (clause.HasHours && zones.Length == 0)
                    findings.NotJudged("the zone of the number is not known to the auditor");
                else if (clause.HasHours && zones.All(zone => clause.Forbids(at.InZone(zone).LocalDateTime)))
                    breaches.Add(new Breach("preset", $"{clause.Preset}: closed in {(zones.Length == 1 ? zones[0].Id : "every zone of the number's country")}"));
                if (clause.Most > 0 && ledger.Count(Scope.Subject, use.Key(line), line.At - (clause.Days * Limit.Day)) is var before && before >= clause.Most)
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: {before} starts in {clause.Days} days before it"));
                if (clause.PauseDays > 0 && talks.TryGetValue(use.Key(line), out var talked) && zones.Length > 0 && zones.All(zone => IsPaused(talked, clause.PauseDays, at, zone)))
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: a conversation less than {clause.PauseDays} days before"));
                if (numbers.Broken(line, clause) is { } pause)
                    breaches.Add(new Breach("preset_limit", $"{clause.Preset}: {pause}"));
            }
        }
    }

    // The day of the conversation is the first.
    private static bool IsPaused(long talked, int days, Instant at, DateTimeZone zone) =>
        at.InZone(zone).Date < Instant.FromUnixTimeMilliseconds(talked).InZone(zone).Date.PlusDays(days);

    private static string KeyOf(Scope scope, Line line) => scope switch
    {
        Scope.Person => line.Person,
        Scope.Number => line.Number,
        _ => line.TaskKey,
    };
}
