namespace Herald.WebApi.Query;

/// <summary>A function of <c>Microsoft.Dynamics.CRM</c> usable in $filter.</summary>
/// <param name="Range">For date functions: the half-open interval they mean, from now (UTC) and the number given.</param>
internal sealed record QueryFunction(string Name, QueryArgument Argument, Func<DateTime, int, (DateTime From, DateTime To)>? Range = null);
