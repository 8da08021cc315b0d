using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Reporting;

namespace Herald.Server.Actions.Tasks;

/// <summary>How far a task has come in its chain: <c>contactChainingStatus</c> of CCaaS_GetDeliveryTasks.</summary>
/// <param name="Loop">Of the last attempt, from 1; 0 before the first.</param>
/// <param name="Last">Null before the first attempt.</param>
/// <param name="PhonesInContact">Numbers of the contact last attempted (else of the first), of any type.</param>
/// <param name="EligibleInChain">Numbers of a selected type, not opted out, that no attempt proved invalid.</param>
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
    private static readonly PhoneType[] AllTypes = [PhoneType.Mobile, PhoneType.Business, PhoneType.Home];

    public static IEnumerable<string> NumbersOf(Contact contact) => AllTypes.Select(contact.Number).OfType<string>();

    /// <param name="optedOut">Of the task's numbers.</param>
    public static ChainStatus Of(TaskView view, PlannerSettings planner, IReadOnlySet<string> optedOut)
    {
        var task = view.Task;
        var last = view.History.Count > 0 ? view.History[^1] : null;
        var at = task.Contacts[last?.Contact ?? 0];
        var selected = SelectedOf(task, planner);
        var lost = view.History
            .Where(attempt => attempt.Result is DeliveryResult.InvalidAddress or DeliveryResult.NonRetriableError)
            .Select(attempt => attempt.Number)
            .Concat(optedOut)
            .ToHashSet();
        return new ChainStatus(
            last?.Loop ?? 0,
            last,
            last is null ? 0 : Math.Max(0, selected.Where(type => at.Number(type) is not null).ToList().IndexOf(last.Phone)),
            task.Contacts.Count,
            NumbersOf(at).Count(),
            task.Contacts.Sum(contact => NumbersOf(contact).Count()),
            task.Contacts.Sum(Eligible),
            Eligible(at),
            LoopsExhausted: last?.Loop > LoopsAfterFirst(task, planner),
            ChainExhausted: view is { Status: DeliveryStatus.Complete, CustomerReached: false } && last?.Result != DeliveryResult.Unknown);

        // A number that stands in two fields of a contact is tried once.
        int Eligible(Contact contact) => selected.Select(contact.Number).OfType<string>().Distinct().Count(number => !lost.Contains(number));
    }

    private static IReadOnlyList<PhoneType> SelectedOf(DeliveryTask task, PlannerSettings planner) =>
        task.Channel == Channel.Sms ? [PhoneType.Mobile]
        : task.Intake == IntakeKind.FirstGeneration ? PlannerSettings.Default.Phones
        : planner.Phones;

    // Messages and first generation tasks go through their chain once.
    private static int LoopsAfterFirst(DeliveryTask task, PlannerSettings planner) =>
        task.Channel == Channel.Sms || task.Intake == IntakeKind.FirstGeneration ? 0 : planner.Retries;
}
