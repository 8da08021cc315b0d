using Herald.Core.Templates;
using Herald.Dispatch.Channels;

namespace Herald.Dispatch.Agents;

/// <summary>Whom an agent talks to and about what.</summary>
/// <param name="Id">Of the delivery, or of the inbound call.</param>
/// <param name="Number">The person's number, E.164.</param>
/// <param name="Language">BCP 47, e.g. <c>en-US</c>; null = the default voice.</param>
/// <param name="Inputs">Template tokens and input attributes by name, names case-sensitive.</param>
/// <param name="Inbound">The person called us.</param>
public sealed record AgentCall(Guid Id, Guid? EngagementId, string Number, string? Language, IReadOnlyDictionary<string, string> Inputs, bool Inbound)
{
    /// <summary>The call of an attempt.</summary>
    public static AgentCall Of(AttemptOrder order) => new(
        order.DeliveryId, order.Engagement.Id, order.Number, order.Engagement.Workstream?.Language, TemplateTokens.Values(order.Contact, order.Number), Inbound: false);

    /// <summary>What the agent found out so far; kept whichever side hangs up.</summary>
    public AgentResults Results { get; } = new();
}
