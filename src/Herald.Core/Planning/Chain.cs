using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>
/// Which numbers are still to be tried, in order. Loop 1 holds every number of every contact of a selected type; a later loop
/// exactly those whose attempt in the loop before was listed. A contact's number that stands in two of its fields is tried once a loop.
/// </summary>
internal sealed class Chain(DeliveryTask task, IReadOnlyList<PastAttempt> history, PlannerSettings settings)
{
    private readonly IReadOnlyList<PhoneType> phones = PhonesOf(task, settings);

    /// <summary>From 1: the loop of the last attempt.</summary>
    public int Loop { get; } = history.Count == 0 ? 1 : Math.Max(1, history[^1].Loop);

    /// <summary>A loop after this one may be made. SMS goes through its chain once; first generation tasks reattempt nothing.</summary>
    public bool MayLoop => task.Channel == Channel.Voice && task.Intake != IntakeKind.FirstGeneration && Loop <= settings.Retries;

    /// <summary>The number at a place of the chain when it is to be tried in that loop; null = not (none there, tried, invalid, not listed).</summary>
    public Candidate? At(int loop, int contact, int position)
    {
        if (NumberAt(contact, position) is not { } number || IsRepeated(contact, position, number))
            return null;
        var wanted = loop == 1;
        for (var i = 0; i < history.Count; i++)
        {
            var past = history[i];
            if (past.Number == number && AttemptMeanings.ProvesInvalid(past.Result))
                return null;
            if (past.Contact != contact || past.Number != number)
                continue;
            var meaning = past.Loop >= loop - 1 ? AttemptMeanings.Of(past, settings) : AttemptMeaning.GoesOn;
            if (past.Loop == loop && meaning != AttemptMeaning.Freed)
                return null;
            if (AttemptMeanings.ForbidsContact(past))
                return null;
            wanted |= past.Loop == loop - 1 && meaning == AttemptMeaning.Listed;
        }

        return wanted ? new Candidate(loop, contact, phones[position], number) : null;
    }

    public int Positions => phones.Count;

    /// <summary>Whether a number of that type may be tried at all.</summary>
    public static bool MayDial(DeliveryTask task, PlannerSettings settings, PhoneType phone) =>
        (task.Channel == Channel.Voice || phone == PhoneType.Mobile) && PhonesOf(task, settings).Contains(phone);

    /// <summary>End of the configured pause before this candidate; <see cref="Instant.MinValue"/> = none.</summary>
    public Instant NotBefore(Candidate candidate)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var past = history[i];
            if (AttemptMeanings.Of(past, settings) == AttemptMeaning.Freed)
                continue;
            var delay = past.Loop != candidate.Loop ? settings.DelayBetweenLoops
                : past.Contact != candidate.Contact ? settings.DelayBetweenContacts
                : settings.DelayBetweenNumbers;
            return delay == Duration.Zero ? Instant.MinValue : (past.EndedAt ?? past.StartedAt) + delay;
        }

        return Instant.MinValue;
    }

    // A first generation task names a bare number: no selection of types can mean it.
    private static IReadOnlyList<PhoneType> PhonesOf(DeliveryTask task, PlannerSettings settings) =>
        task.Intake == IntakeKind.FirstGeneration ? PlannerSettings.Default.Phones : settings.Phones;

    private string? NumberAt(int contact, int position) =>
        task.Channel == Channel.Sms && phones[position] != PhoneType.Mobile ? null : task.Contacts[contact].Number(phones[position]);

    private bool IsRepeated(int contact, int position, string number)
    {
        for (var before = 0; before < position; before++)
        {
            if (NumberAt(contact, before) == number)
                return true;
        }

        return false;
    }
}
