using System.Globalization;
using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Core.Tests.Eligibility;
using NodaTime;

namespace Herald.Core.Tests.Planning;

/// <summary>A random task with random rules around an instant near an edge of its zone.</summary>
internal sealed record Scenario(DeliveryTask Task, Facts Facts, Instant Now)
{
    private static readonly Gen<FrequencyLimits> Limits =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 5], (day, week, month) => new FrequencyLimits(day, week, month));

    private static readonly Gen<LimitSettings> LimitSettingsGen = Gen.OneOf(
        Gen.Const(LimitSettings.None),
        Gen.Select(Limits, Limits, Limits, (contact, phone, task) => new LimitSettings(contact, phone, task)));

    private static readonly Gen<PhoneType[]> Phones = Edges.Pick<PhoneType[]>(
        [PhoneType.Mobile, PhoneType.Business, PhoneType.Home], [PhoneType.Home, PhoneType.Mobile], [PhoneType.Business], [PhoneType.Mobile]);

    public static readonly Gen<Scenario> Any = Edges.ZonedMoment.SelectMany(Around);

    private static Gen<Scenario> Around((DateTimeZone Zone, Instant At) moment) =>
        Gen.Select(TaskNear(moment), FactsNear(moment), (task, facts) => new Scenario(task, facts, moment.At));

    private static Gen<Window> Near(Instant at) =>
        Gen.Select(Gen.Int[-2_000, 4_000], Gen.OneOf(Gen.Int[1, 300], Gen.Int[1, 5_000], Gen.Int[5_000, 30_000]), Gen.Int[-3, 3], (start, minutes, seconds) =>
            new Window(at + Duration.FromMinutes(start) + Duration.FromSeconds(seconds), at + Duration.FromMinutes(start + minutes) + Duration.FromSeconds(seconds)));

    private static Gen<DeliveryTask> TaskNear((DateTimeZone Zone, Instant At) moment)
    {
        var contact = Gen.Select(Gen.Int[1, 7], Gen.Bool, Near(moment.At).List[0, 2], (numbers, zoned, windows) => (numbers, zoned, windows));
        return Gen.Select(contact.List[1, 3], Near(moment.At).List[1, 3], Gen.Int[0, 9], (contacts, windows, kind) => new DeliveryTask
        {
            Id = new Guid(kind, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            EngagementId = Sample.EngagementId,
            Channel = kind == 0 ? Channel.Sms : Channel.Voice,
            Intake = kind == 1 ? IntakeKind.FirstGeneration : IntakeKind.Api,
            AcceptedAt = moment.At - Duration.FromHours(1),
            Windows = [.. windows.OrderBy(window => window.Start)],
            Contacts = [.. contacts.Select((c, index) => new Contact
            {
                UniqueIdentifier = string.Create(CultureInfo.InvariantCulture, $"p{index}"),
                MobilePhone = (c.numbers & 1) == 1 ? string.Create(CultureInfo.InvariantCulture, $"+1000{index}001") : null,
                BusinessPhone = (c.numbers & 2) == 2 ? string.Create(CultureInfo.InvariantCulture, $"+1000{index}002") : null,
                HomePhone = (c.numbers & 4) == 4 ? string.Create(CultureInfo.InvariantCulture, $"+1000{index}003") : null,
                TimeZone = c.zoned ? moment.Zone.Id : null,
                Windows = [.. c.windows.OrderBy(window => window.Start)],
            })],
        });
    }

    private static Gen<Facts> FactsNear((DateTimeZone Zone, Instant At) moment)
    {
        var date = moment.At.InZone(moment.Zone).Date;
        var quiet = Gen.Select(Edges.Weekly, Edges.DatesNear(date), (weekly, dates) => new QuietTimes(weekly, dates));
        var quietByType = Gen.Select(quiet, quiet, Gen.Int[0, 3], (one, other, which) => (IReadOnlyDictionary<PhoneType, QuietTimes>)(which switch
        {
            0 => new Dictionary<PhoneType, QuietTimes>(),
            1 => new Dictionary<PhoneType, QuietTimes> { [PhoneType.Mobile] = one },
            _ => new Dictionary<PhoneType, QuietTimes> { [PhoneType.Mobile] = one, [PhoneType.Home] = other },
        }));
        var delays = Gen.Int[0, 200].Select(minutes => Duration.FromMinutes(minutes));
        var planner = Gen.Select(
            Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.Const(15), Gen.Int[0, 15]), delays, delays, Phones, (retries, on, loop, between, phones) => (retries, on, loop, between, phones)),
            LimitSettingsGen,
            quietByType,
            Gen.Int[0, 3],
            (chain, limits, times, handling) => new PlannerSettings
            {
                Retries = chain.retries,
                ReattemptOn = (ReattemptOn)chain.on,
                DelayBetweenLoops = chain.loop,
                DelayBetweenNumbers = chain.between,
                DelayBetweenContacts = chain.between,
                Phones = chain.phones,
                Limits = limits,
                Quiet = times,
                RespectsOrganisation = handling != 0,
                SystemZone = handling == 1,
                DefaultZone = moment.Zone.Id,
            });
        var hours = Gen.OneOf(
            Gen.Const(OpeningHours.Always),
            Gen.Select(Edges.Weekly, Edges.DatesNear(date), (weekly, closed) => new OpeningHours(weekly, closed, moment.Zone.Id)));
        var presets = Edges.Pick<string[]>([], [], ["us-tcpa"], ["us-fl"], ["ca-crtc", "us-tcpa"]);
        var organisation = Gen.Select(LimitSettingsGen, quietByType, (limits, times) => new OrganisationSettings(limits, times));
        return Gen.Select(planner, organisation, presets, hours, Gen.Int[0, 63], (settings, own, named, queue, optedOut) => new Facts
        {
            Engagement = new Engagement { Id = Sample.EngagementId, Channel = Channel.Voice, Planner = settings, Presets = named },
            Organisation = own,
            QueueHours = queue,
            OptedOut = optedOut is 1 or 2 ? new HashSet<string> { "+10000001", "+10001002" } : Herald.Core.Planning.Facts.EmptyNumbers,
        });
    }
}
