namespace Herald.Core.Commands;

/// <summary>The Web API error codes a request can be refused with.</summary>
public static class FaultCode
{
    /// <summary>A required member is missing, or a value breaks a rule (InvalidArgument).</summary>
    public const string Invalid = "0x80040203";

    /// <summary>Not readable as the declared type: malformed JSON, a wrong JSON type, an unknown name, an unreadable number, time or zone.</summary>
    public const string WrongForm = "0x80048d19";

    public const string TooLong = "0x80044331";

    /// <summary>Goes with 404 when it stands alone.</summary>
    public const string NotFound = "0x80040217";
}
