namespace Herald.Smpp.Protocol;

/// <summary>What a status says of the request it answers.</summary>
internal enum StatusMeaning
{
    Accepted,

    /// <summary>Proven not accepted, and the SMSC asks for less: send it later.</summary>
    Busy,

    /// <summary>Proven not accepted because this bind is not one: send it on another.</summary>
    NotBound,

    /// <summary>Not accepted, and the same request again would not be either.</summary>
    Refused,
}
