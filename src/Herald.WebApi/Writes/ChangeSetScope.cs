using System.Data.Common;

namespace Herald.WebApi.Writes;

/// <summary>A request feature: the transaction that all requests of a change set share.</summary>
internal sealed record ChangeSetScope(DbConnection Connection, DbTransaction Transaction);
