using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Dispatch;
using Herald.Store.Reporting;
using NodaTime;
using NodaTime.Text;

namespace Herald.Server.Actions.Tasks;

/// <summary>A decision trace in the shape of Herald_ExplainDeliveryTask.</summary>
internal static class ExplanationJson
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static void Write(Utf8JsonWriter json, TaskExplanation explanation)
    {
        json.WriteString("deliveryTaskId"u8, explanation.View.Task.Id);
        json.WriteString("status"u8, explanation.View.Status.ToString());
        if (explanation.View.Status == DeliveryStatus.InProcess)
            json.WriteString("decision"u8, "InProcess");
        else
            WriteStep(json, explanation);
        WriteTime(json, "evaluatedAt", explanation.At);
        WriteTime(json, "changesAt", explanation.Trace.Candidates.SelectMany(candidate => candidate.Rules).Select(rule => rule.ChangesAt).Min());
        json.WriteStartArray("candidates"u8);
        foreach (var candidate in explanation.Trace.Candidates)
            WriteCandidate(json, candidate);
        json.WriteEndArray();
        json.WriteStartArray("deliveries"u8);
        foreach (var delivery in explanation.View.Deliveries)
            WriteDelivery(json, delivery);
        json.WriteEndArray();
    }

    /// <summary>Of an ended task what was decided is on its last row; the plan says how it comes about.</summary>
    private static void WriteStep(Utf8JsonWriter json, TaskExplanation explanation)
    {
        var ended = explanation.View.Status != DeliveryStatus.Pending;
        switch (explanation.Trace.Step)
        {
            case var _ when ended:
                WriteReason(json, "End", explanation.View.Deliveries[^1].ReasonCode, ReasonSentences.WhenEnded);
                break;
            case NextStep.Attempt attempt:
                json.WriteString("decision"u8, "Attempt");
                WriteTime(json, "closesAt", attempt.ClosesAt);
                break;
            case NextStep.Wait wait:
                WriteReason(json, "Wait", wait.Reason, ReasonSentences.WhileWaiting);
                WriteTime(json, "until", wait.Until);
                break;
            case NextStep.End end:
                WriteReason(json, "End", end.Reason, ReasonSentences.WhenEnded);
                break;
        }
    }

    private static void WriteReason(Utf8JsonWriter json, string decision, string? reason, Func<string, string?> sentence)
    {
        json.WriteString("decision"u8, decision);
        json.WriteString("reason"u8, reason);
        json.WriteString("sentence"u8, string.IsNullOrEmpty(reason) ? null : sentence(reason));
    }

    private static void WriteCandidate(Utf8JsonWriter json, CandidateTrace candidate)
    {
        json.WriteStartObject();
        json.WriteNumber("loop"u8, candidate.Candidate.Loop);
        json.WriteNumber("contact"u8, candidate.Candidate.Contact);
        json.WriteString("phone"u8, $"{candidate.Candidate.Phone}PhoneNumber");
        json.WriteStartArray("rules"u8);
        foreach (var trace in candidate.Rules)
            WriteRule(json, trace);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Trace trace)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, trace.Rule);
        json.WriteString("verdict"u8, trace.Verdict.Kind.ToString());
        json.WriteString("decider"u8, trace.Verdict.Decider.Length > 0 ? trace.Verdict.Decider : null);
        json.WriteString("inputs"u8, trace.Inputs);
        WriteTime(json, "changesAt", trace.ChangesAt);
        json.WriteEndObject();
    }

    private static void WriteDelivery(Utf8JsonWriter json, DeliveryView delivery)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, delivery.Id);
        json.WriteString("status"u8, delivery.Status.ToString());
        json.WriteString("result"u8, delivery.Result?.ToString());
        json.WriteString("reason"u8, delivery.ReasonCode);
        json.WriteString("sentence"u8, delivery.Reason ?? SentenceOf(delivery));
        WriteTime(json, "startedAt", delivery.StartedAt);
        WriteTime(json, "endedAt", delivery.EndedAt);
        json.WriteEndObject();
    }

    private static string? SentenceOf(DeliveryView delivery) => delivery.ReasonCode is not { } code ? null
        : delivery.State == DeliveryState.Ended ? ReasonSentences.WhenEnded(code) : ReasonSentences.WhileWaiting(code);

    private static void WriteTime(Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } instant)
            json.WriteString(name, Time.Format(instant));
        else
            json.WriteNull(name);
    }
}
