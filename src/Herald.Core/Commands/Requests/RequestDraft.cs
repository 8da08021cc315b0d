using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands.Requests;

/// <summary>The parameters of a create action as far as they have been read. null = absent; <c>""</c> and the zero GUID = there, but faulty.</summary>
internal sealed class RequestDraft
{
    public string? ApiVersion { get; set; }
    public Guid? EngagementId { get; set; }
    public string? RequestId { get; set; }
    public string? Priority { get; set; }
    public string? Message { get; set; }
    public List<Window>? Windows { get; set; }

    /// <summary>In chaining order; never more than a chain may hold.</summary>
    public List<ContactDraft>? Contacts { get; set; }

    /// <summary>Bulk: null = no ProactiveDeliveries, true = the envelope's placeholder for them (or a literal true), false = something else.</summary>
    public bool? Records { get; set; }

    /// <summary>The one contact of a flattened request.</summary>
    public ContactDraft Contact { get; } = new();

    /// <summary>First generation: the number to reach.</summary>
    public string? Destination { get; set; }
}
