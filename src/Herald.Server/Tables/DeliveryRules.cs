using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.AspNetCore.Http;

namespace Herald.Server.Tables;

/// <summary>The one write to a delivery: <c>msdyn_status</c> to <c>Cancelled</c>, which the engine does.</summary>
internal static class DeliveryRules
{
    public static TableRules CancelledBy(Func<HttpContext, Guid, CancellationToken, ValueTask<Fault?>> cancel) => new()
    {
        InsteadRoles = Access.Callers,
        InsteadOfUpdate = (http, id, changes, ct) =>
            IsCancel(changes) ? cancel(http, id, ct) : ValueTask.FromResult<Fault?>(Faults.NotSupported("msdyn_proactive_delivery")),
    };

    internal static bool IsCancel(IReadOnlyDictionary<string, object?> changes) =>
        changes.Count == 1 && changes.TryGetValue("msdyn_status", out var status) && status is string word && word.Equals("Cancelled", StringComparison.OrdinalIgnoreCase);
}
