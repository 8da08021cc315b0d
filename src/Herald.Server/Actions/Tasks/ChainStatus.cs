using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Reporting;

namespace Herald.Server.Actions.Tasks;

/// <summary>How far a task has come in its chain: <c>contactChainingStatus</c> of CCaaS_GetDeliveryTasks.</summary>
/// <param name="Loop">Of the last attempt, from 1; 0 before the first.</param>
/// <param name="Last">Null before the first attempt.</param>
/// <param name="PhonesInContact">Numbers of the contact last attempted (else of the first), of any type.</param>
/// <param name="EligibleInChain">Numbers of a selected type that no attempt proved invalid.</param>
internal sealed record ChainStatus(
    int Loop,
    PastAttempt? Last,
    int PhoneIndex,
    int Contacts,
    int PhonesInContact,
    int PhonesInChain,
    int EligibleInChain,
    int EligibleInContact,
    bool LoopsExhausted,
    bool ChainExhausted)
{
    public static ChainStatus Of(TaskView view, PlannerSettings planner)
    {
        var contacts = view.Task.Contacts;
        var last = view.History.Count > 0 ? view.History[^1] : null;
        var at = contacts[last?.Contact ?? 0];
        var invalid = view.History
            .Where(attempt => attempt.Result is DeliveryResult.InvalidAddress or DeliveryResult.NonRetriableError)
            .Select(attempt => attempt.Number)
            .ToHashSet();
        var loop = last?.Loop ?? 0;
        var ended = view.Status is not (DeliveryStatus.Pending or DeliveryStatus.InProcess);
        return new ChainStatus(
            loop,
            last,
            last is null ? 0 : Math.Max(0, Numbers(at, planner.Phones).ToList().FindIndex(number => number == last.Number)),
            contacts.Count,
            Numbers(at, AllTypes).Count(),
            contacts.Sum(contact => Numbers(contact, AllTypes).Count()),
            contacts.Sum(contact => Eligible(contact)),
            Eligible(at),
            LoopsExhausted: loop > planner.Retries,
            ChainExhausted: ended && !view.CustomerReached && view.Status == DeliveryStatus.Complete);

        int Eligible(Contact contact) => Numbers(contact, planner.Phones).Count(number => !invalid.Contains(number));
    }

    private static readonly PhoneType[] AllTypes = [PhoneType.Mobile, PhoneType.Business, PhoneType.Home];

    private static IEnumerable<string> Numbers(Contact contact, IEnumerable<PhoneType> types) => types.Select(contact.Number).OfType<string>();
}
