namespace Herald.Server.Errors;

/// <summary>Web API error codes this room answers with (the rest come with the faults of Core and WebApi).</summary>
internal static class ErrorCodes
{
    /// <summary>Required argument missing, invalid argument.</summary>
    public const string InvalidArgument = "0x80040203";

    public const string Duplicate = "0x80040237";

    public const string NoRow = "0x80040217";
    public const string MissingPrivilege = "0x80040220";

    /// <summary>The user is disabled.</summary>
    public const string UserDisabled = "0x80040225";

    /// <summary>Right tenant, but neither a role nor a row here.</summary>
    public const string NotAMember = "0x80072560";

    public const string UnknownSegment = "0x8006088a";
    public const string BadUrl = "0x80060888";
    public const string BadPayload = "0x80048d19";
    public const string TooLong = "0x80044331";
    public const string TooManyConcurrent = "0x80072326";

    /// <summary>Also 503: the service could not do it now.</summary>
    public const string Unexpected = "0x80040216";

    /// <summary>Ours, in the shape of the others: a precondition of Repeatable Requests failed.</summary>
    public const string Precondition = "0x80060882";
}
