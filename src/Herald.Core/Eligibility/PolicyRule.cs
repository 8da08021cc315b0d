using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Cancellation policies linked to the engagement. Without end date: tasks accepted before the link; with one: also what arrives until then.</summary>
internal sealed class PolicyRule : Rule
{
    public override string Name => ReasonCode.Policy;

    public override Verdict Ask(Question question, Instant at) =>
        Deciding(question.Facts.Policies, question.Task, question.Candidate.Contact) is { } policy
            ? Verdict.Never(ReasonCode.Policy, policy.Id.ToString("D"))
            : Verdict.Always;

    public override string Inputs(Question question, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Facts.Policies.Count} linked, task accepted {question.Task.AcceptedAt}");

    public static CancellationPolicy? Deciding(IReadOnlyList<CancellationPolicy> policies, DeliveryTask task, int contact)
    {
        for (var i = 0; i < policies.Count; i++)
        {
            if (Matches(policies[i], task, task.Contacts[contact]))
                return policies[i];
        }

        return null;
    }

    private static bool Matches(CancellationPolicy policy, DeliveryTask task, Contact contact) =>
        policy.EngagementId == task.EngagementId && policy.Covers(task.AcceptedAt, contact.Country, contact.State, contact.PostalCode);
}
