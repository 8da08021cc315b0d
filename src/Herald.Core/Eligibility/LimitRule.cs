using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Frequency limits of the planner and, when it respects them, of the organisation; the stricter wins. First generation tasks know none (documented).</summary>
internal sealed class LimitRule : Rule
{
    public override string Name => ReasonCode.Limit;

    public override Verdict Ask(Question question, Instant at)
    {
        if (!question.LimitsApply)
            return Verdict.Always;
        var own = Ask(question, Caps.OfEngagement(question.Planner.Limits), at);
        return question.Planner.RespectsOrganisation
            ? Stricter.Of(own, Ask(question, Caps.OfOrganisation(question.Facts.Organisation.Limits), at))
            : own;
    }

    public override string Inputs(Question question, Instant at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"starts known: contact {Count(question, LimitScope.Contact)}, phone {Count(question, LimitScope.Phone)}, task {Count(question, LimitScope.Task)}");

    private static Verdict Ask(Question question, Cap[] caps, Instant at)
    {
        var strictest = Verdict.Always;
        foreach (var cap in caps)
            strictest = Stricter.Of(strictest, cap.Ask(question.Starts(cap.Scope), ReasonCode.Limit, at));
        return strictest;
    }

    private static int Count(Question question, LimitScope scope) => question.Starts(scope)?.Count ?? 0;
}
