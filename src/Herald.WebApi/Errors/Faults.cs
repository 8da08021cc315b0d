namespace Herald.WebApi.Errors;

/// <summary>Every error this room can answer, with the product's codes and wordings.</summary>
public static class Faults
{
    private const string PayloadHelp = "For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293";

    public static Fault NoSegment(string segment) => new(404, "0x8006088a", $"Resource not found for the segment '{segment}'.");

    public static Fault NoResource(string uri) => new(404, "", $"No HTTP resource was found that matches the request URI '{uri}'.");

    /// <summary>An OData URL that cannot be read, or asks for what is not supported.</summary>
    public static Fault Url(string message) => new(400, "0x80060888", message);

    public static Fault NoProperty(string name, string table) =>
        Url($"Could not find a property named '{name}' on type 'Microsoft.Dynamics.CRM.{table}'.");

    public static Fault Payload(string set, string detail, string? target = null) =>
        new(400, "0x80048d19", $"Error identified in Payload provided by the user for Entity :'{set}', {PayloadHelp}  ---->  InnerException : Microsoft.OData.ODataException: {detail}", target);

    public static Fault UnknownMember(string set, string table, string name) =>
        Payload(set, $"Invalid property '{name}' was found in entity 'Microsoft.Dynamics.CRM.{table}'. ---> Microsoft.OData.ODataException: Does not support untyped value in non-open type.", name);

    public static Fault UndeclaredBind(string set, string name) =>
        Payload(set, $"An undeclared property '{name}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.", name);

    public static Fault NoRow(string table, Guid id) => new(404, "0x80040217", $"{table} With Id = {id} Does Not Exist");

    public static Fault NoRowByKey(string table) => new(404, "0x80060891", $"A record with the specified key values does not exist in {table} entity");

    public static Fault MissingPrivilege(Guid user, string action, string table) =>
        new(403, "0x80040220", $"Principal user (Id={user}, type=8) is missing prv{action}{table} privilege for entity '{table}'.");

    public static Fault Missing(string name) => new(400, "0x80040203", $"Required field '{name}' is missing", name);

    public static Fault Invalid(string message, string? target = null) => new(400, "0x80040203", message, target);

    public static Fault TooLong(string column, string table, int max) =>
        new(400, "0x80044331", $"A validation error occurred.  The length of the '{column}' attribute of the '{table}' entity exceeded the maximum allowed length of '{max}'.", column);

    public static Fault OutOfRange(string column, string table, long value, long min, long max) =>
        new(400, "0x8004432f", $"A validation error occurred.  The value {value} of '{column}' on record of type '{table}' is outside the valid range {min} to {max}.", column);

    public static Fault NotAChoice(string column, string table, long value, IEnumerable<int> accepted) =>
        new(400, "0x8004431a", $"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range. Accepted Values: {string.Join(',', accepted)}", column);

    public static Fault StatusNotOfState(string table, long status, long state) =>
        new(400, "0x80048408", $"{status} is not a valid status code for state code {state} on {table}.", "statuscode");

    public static Fault DuplicateId { get; } = new(412, "0x80040237", "A record with matching key values already exists.");

    public static Fault DuplicateKey(string key) =>
        new(412, "0x80060892", $"A record that has the attribute values already exists. The entity key {key} requires that this set of attributes contains unique values.");

    public static Fault VersionMismatch { get; } = new(412, "0x80060882", "The version of the existing record doesn't match the RowVersion property provided.");

    public static Fault StillReferenced(string table) =>
        new(405, "0x80040227", $"The object you tried to delete is associated with another object and cannot be deleted ({table}).");

    public static Fault NotSupported(string type) => new(405, "0x80060888", $"Operation not supported on {type}");

    public static Fault TooManyForAggregate(int cap) =>
        new(400, "0x8004E023", $"The maximum record limit of {cap} is exceeded. Reduce the number of records.");

    /// <summary>Ours: the product has no such limit in words; the sentence says what to filter by.</summary>
    public static Fault TooSlow(int seconds, string set, IEnumerable<string> indexed) =>
        Url($"The query took longer than {seconds} seconds and was stopped. Filter '{set}' by an indexed column: {string.Join(", ", indexed)}.");

    public static Fault TooLarge(long limit) => new(413, "0x80060888", $"The request body is larger than {limit} bytes.");

    public static Fault Unavailable { get; } = new(503, "0x80040216", "The service is not available for the moment; try again.");

    public static Fault Unexpected { get; } = new(500, "0x80040216", "An unexpected error occurred.");
}
