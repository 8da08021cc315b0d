using Herald.WebApi.Errors;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Catalogue;

/// <summary>What a write to a table must obey beyond its columns, and what it means.</summary>
public sealed record TableRules
{
    public static readonly TableRules None = new();

    /// <summary>
    /// Checks across columns, on the row as it would be after the write (column name to API value: string, long, bool, Guid,
    /// DateTimeOffset, DateOnly or null). Yields every fault.
    /// </summary>
    public Func<IReadOnlyDictionary<string, object?>, IEnumerable<Fault>>? Check { get; init; }

    /// <summary>
    /// Takes the place of an update: given the context, the row's id and the changed columns, does the write elsewhere and
    /// answers with a fault or null. A table without writers and without this is 405.
    /// </summary>
    public Func<HttpContext, Guid, IReadOnlyDictionary<string, object?>, CancellationToken, ValueTask<Fault?>>? InsteadOfUpdate { get; init; }

    /// <summary>Roles one of which the caller of <see cref="InsteadOfUpdate"/> must hold.</summary>
    public IReadOnlyList<string> InsteadRoles { get; init; } = [];
}
