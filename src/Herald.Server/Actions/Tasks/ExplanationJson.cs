using System.Text.Json;
using Herald.Core.Eligibility;
using Herald.Core.Planning;

namespace Herald.Server.Actions.Tasks;

/// <summary>A decision trace in the shape of Herald_ExplainDeliveryTask.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        WriteStep(json, explanation.Step);
        json.WriteStartArray("candidates"u8);
        foreach (var candidate in explanation.Candidates)
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

        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, NextStep step)
    {
        switch (step)
        {
            case NextStep.Attempt attempt:
                json.WriteString("decision"u8, "Attempt");
                json.WriteString("closesAt"u8, attempt.ClosesAt.ToString());
                break;
            case NextStep.Wait wait:
                json.WriteString("decision"u8, "Wait");
                json.WriteString("until"u8, wait.Until.ToString());
                json.WriteString("reason"u8, wait.Reason);
                break;
            case NextStep.End end:
                json.WriteString("decision"u8, "End");
                json.WriteString("status"u8, end.Status.ToString());
                json.WriteString("reason"u8, end.Reason);
                break;
        }
    }

    private static void WriteRule(Utf8JsonWriter json, Trace trace)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, trace.Rule);
        json.WriteString("verdict"u8, trace.Verdict.Kind.ToString());
        json.WriteString("inputs"u8, trace.Inputs);
        json.WriteString("changesAt"u8, trace.ChangesAt?.ToString());
        json.WriteEndObject();
    }
}
